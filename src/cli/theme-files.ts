/** The templates and style sheets that a workspace may have its own of, by their paths in templates/. */
export function themeFiles(templates: ReadonlyMap<string, string>): readonly string[] {
  return [...templates.keys()].filter((path) => !path.startsWith('preview/')).sort();
}

/** Those that a name means: `email/role.hbs` one, `role` one of mails and one of pages. */
export function findThemeFiles(files: readonly string[], name: string): readonly string[] {
  const wanted = name.replace(/^templates\//, '');
  return files.filter((path) => {
    const whole = path.replace(/\.[^.]+$/, '');
    return [path, whole, whole.split('/').at(-1)].includes(wanted);
  });
}
