/** The whole site as a value: text by path below the output folder, such as `issues/one/index.html`. */
export type SitePlan = ReadonlyMap<string, string>;
