import type { ColumnRole } from './known-exports.ts';

/**
 * The headers by which a role is known in any file, in their plain form; the first that is there wins. One that ends with
 * a star stands for all that start so.
 */
export const usualHeaders: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  address: ['email', 'emailaddress', 'email1value', 'mail', 'address', 'emailadresse', 'correo', 'courriel'],
  name: ['name', 'fullname', 'nombrecompleto', 'nomcomplet'],
  firstName: ['firstname', 'givenname', 'vorname', 'prénom', 'prenom', 'nombre', 'voornaam'],
  lastName: [
    ...['lastname', 'familyname', 'surname', 'nachname', 'familienname', 'nom', 'apellidos', 'achternaam'],
  ],
  tags: ['tags', 'tag'],
  status: [
    ...['status', 'subscribedtoemails', 'subscriberstatus', 'subscriptionstatus', 'emailstatus'],
    ...['emailmarketingstatus', 'emailsubscriptionstatus', 'emailpermissionstatus', 'abostatus'],
  ],
  source: ['source'],
  consent: [
    ...['consentedat', 'consentdate', 'consenttime', 'consenttimestamp', 'dateofconsent'],
    ...['optintime', 'optindate', 'optedinat', 'confirmtime', 'confirmedat', 'confirmationdate'],
    ...['subscribedat', 'subscribedon', 'subscribedate', 'subscriptiondate', 'signedupat', 'signupdate'],
    ...['angemeldetam', 'anmeldedatum', 'anmeldungam', 'einwilligungam', 'einwilligungsdatum'],
    ...['inscritle', "dated'inscription", 'dateinscription', 'fechadealta', 'fechadesuscripción'],
    ...['aangemeldop', 'ingeschrevenop'],
  ],
  proof: ['consentproof'],
  wording: ['consentwording'],
  agreed: [
    ...['acceptsemailmarketing', 'acceptsmarketing', 'marketingconsent', 'emailmarketingconsent'],
    ...['emailconsent', 'newsletterconsent', 'consent', 'consentgiven', 'gdprconsent', 'subscribed'],
    ...['optin', 'optedin', 'emailoptin', 'marketingoptin', 'newsletteroptin'],
    ...['einwilligung', 'einwilligungnewsletter', 'newslettereinwilligung', 'zustimmung', 'consentement'],
    ...['consentimiento', 'toestemming'],
  ],
  unsubscribedAt: [
    ...['unsubtime', 'unsubscribed', 'unsubscribedat', 'unsubscribedon', 'unsubscribetime'],
    ...['unsubscribedate', 'unsubscriptiondate', 'unsubscribedfromallemail', 'unsubscribedfromemails'],
    ...['optout', 'optedout', 'optouttime', 'optoutdate', 'optedoutat', 'emailoptout', 'hasoptedoutofemail'],
    ...['optedoutofemail*', 'confirmedoptoutdate', 'donotcontact', 'donotemail', 'donotmail'],
    ...['blocklisted', 'emailblocklisted', 'blacklisted', 'emailblacklisted'],
    ...['abgemeldet', 'abgemeldetam', 'abmeldedatum', 'abmeldungam', 'abbestelltam', 'ausgetragenam'],
    ...['widerruf', 'widerrufam', 'widerrufenam', 'widerrufsdatum', 'désinscrit', 'désinscritle'],
    ...['désabonnéle', 'fechadebaja', 'afgemeldop', 'uitgeschrevenop'],
  ],
  suppressedAt: [
    ...['cleantime', 'cleaned', 'bounced', 'bouncedat', 'bouncetime', 'bouncedate', 'hardbounced'],
    ...['emailhardbounced', 'emailhardbouncereason', 'suppressed', 'suppressedat', 'complained'],
    ...['complainedat', 'complaintdate', 'markedasspam', 'spamcomplaint'],
  ],
};

/** Of these every column counts that is there: whoever left in one of them has left. */
export const standingRoles: ReadonlySet<string> = new Set<ColumnRole>([
  ...(['status', 'agreed', 'unsubscribedAt', 'suppressedAt'] as const),
]);
