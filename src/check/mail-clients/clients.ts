/**
 * The mail clients that subscribers use, as caniemail calls them: family/platform. The answers of caniemail.ts stand
 * in this order: whoever changes it runs scripts/renew-caniemail.ts.
 */
export const clients = [
  'gmail/desktop-webmail',
  'gmail/ios',
  'gmail/android',
  'gmail/mobile-webmail',
  'outlook/windows',
  'outlook/outlook-com',
  'outlook/macos',
  'outlook/ios',
  'outlook/android',
  'apple-mail/macos',
  'apple-mail/ios',
  'yahoo/desktop-webmail',
  'yahoo/ios',
  'yahoo/android',
  'samsung-email/android',
  'thunderbird/macos',
] as const;
