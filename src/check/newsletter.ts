/** What rules know of the newsletter besides its issues. The workspace has all of it. */
export interface Newsletter {
  /** Where the site lives, without a slash at its end. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  readonly sender: {
    readonly address: string;
    readonly replyTo: string;
  };
}

/** The newsletter to which samples belong. */
export const sampleNewsletter: Newsletter = {
  url: 'https://penny.example',
  language: 'en',
  sender: { address: 'hello@penny.example', replyTo: 'hello@penny.example' },
};
