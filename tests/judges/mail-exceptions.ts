/**
 * What the judges of web pages say of a mail and we do not follow, each with its reason. Pages of the site and of
 * the preview have no exceptions. Every line has to be of use: a test fails when its judge has no more to say.
 */

/** Rules of html-validate. */
export const htmlValidateExceptions: Readonly<Record<string, string>> = {
  'no-inline-style': 'many mail programs read nothing but style attributes',
  'no-deprecated-attr': 'classic Outlook takes sizes, colours and alignment from attributes',
  'no-conditional-comment': 'classic Outlook gets the table that it needs for a width, and nobody else does',
  'prefer-tbody': 'layout tables are no tables',
  'presentation-role-style':
    'role="presentation" is what mail programs and screen readers have known longest',
  'prefer-native-element': '<article> does not survive every mail program, its role does',
  'doctype-style': 'HTML takes its doctype in either case, and prefers neither',
};

/** Messages of the Nu Html Checker: what they begin with or say, by what it is about. */
export const vnuExceptions: readonly { readonly message: RegExp; readonly why: string }[] = [
  {
    message: /^Attribute “xmlns:o” not allowed here\.$/,
    why: 'classic Outlook reads its pixel density from an element of that namespace',
  },
  {
    message: /^CSS: “mso-hide”: Property “mso-hide” doesn't exist\.$/,
    why: 'classic Outlook hides the preheader by no other property',
  },
  {
    message: /^CSS: “supported-color-schemes”: Property “supported-color-schemes” doesn't exist\.$/,
    why: 'older Apple Mail knows color-scheme by this name only',
  },
  {
    message:
      /^The “(width|border|cellpadding|cellspacing|bgcolor)” attribute on the “table” element is obsolete\./,
    why: 'classic Outlook takes sizes and colours from attributes',
  },
  {
    message: /^The “(align|valign|bgcolor)” attribute on the “t[dh]” element is obsolete\./,
    why: 'classic Outlook takes alignment and colours from attributes',
  },
];

/** Rules of axe. */
export const axeExceptions: Readonly<Record<string, string>> = {
  region: 'a mail is one article within somebody else’s page, which has the landmarks',
  'landmark-one-main': 'the page around the mail has its own main',
};
