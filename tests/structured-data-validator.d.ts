declare module '@adobe/structured-data-validator' {
  /** What a page says in each of the three forms: items by their types. */
  interface Extracted {
    readonly jsonld: Readonly<Record<string, readonly object[]>>;
    readonly microdata: object;
    readonly rdfa: object;
    readonly errors: readonly unknown[];
  }

  interface Issue {
    readonly severity: 'ERROR' | 'WARNING';
    readonly issueMessage: string;
  }

  // biome-ignore lint/style/noDefaultExport: the package has one
  export default class Validator {
    validate(extracted: Extracted): Promise<readonly Issue[]>;
  }
}
