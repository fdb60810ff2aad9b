/** The whole site as a value: bytes by path below the output folder, such as `issues/one/index.html`. */
export type SitePlan = ReadonlyMap<string, string>;
