import type { ColumnRole } from './column-role.ts';

/**
 * The headers by which a role is known in any file, in their plain form. The first that is there wins, but for those of
 * `standingRoles`. One that ends with a star stands for all that start so.
 */
export const usualHeaders: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  // What is called “address” alone may be where somebody lives, beside one of the others.
  address: [
    ...['email', 'emailaddress', 'email1value', 'mail', 'mailaddress', 'primaryemail', 'subscriberemail'],
    ...['contactemail', 'useremail', 'emailadresse', 'mailadresse', 'courriel', 'adresseemail'],
    ...['adressemail', 'adressecourriel', 'correo', 'correoelectrónico', 'correoelectronico'],
    ...['direccióndecorreo', 'direccióndecorreoelectrónico', 'emailadres', 'mailadres', 'address'],
  ],
  name: ['name', 'fullname', 'nombrecompleto', 'nomcomplet'],
  firstName: ['firstname', 'givenname', 'vorname', 'prénom', 'prenom', 'nombre', 'voornaam'],
  lastName: [
    ...['lastname', 'familyname', 'surname', 'nachname', 'familienname', 'nom', 'apellidos', 'achternaam'],
  ],
  tags: ['tags', 'tag'],
  status: [
    ...['status', 'subscribedtoemails', 'subscriberstatus', 'subscriptionstatus', 'emailstatus'],
    ...['statutabonnement', 'abostatus', 'newsletterstatus'],
    ...['emailmarketingstatus', 'emailsubscriptionstatus', 'emailpermissionstatus'],
  ],
  source: ['source'],
  consent: [
    ...['consentedat', 'consentdate', 'consenttime', 'consenttimestamp', 'dateofconsent'],
    ...['optintime', 'optindate', 'optedinat', 'optedinon', 'confirmtime', 'confirmedat', 'confirmationdate'],
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
    ...['optin', 'optedin', 'emailoptin', 'marketingoptin', 'newsletteroptin', 'emailmarketing'],
    ...['emailpermission', 'permissiontoemail', 'wantsmail', 'wantsemail', 'wantsnewsletter', 'allowemail'],
    ...['einwilligung', 'einwilligungnewsletter', 'newslettereinwilligung', 'werbeeinwilligung'],
    ...['zustimmung', 'einverständnis', 'einverstanden', 'kontakterlaubt', 'darfangeschriebenwerden'],
    ...['emailwerbung', 'consentement', 'consentimiento', 'toestemming'],
  ],
  unsubscribedAt: [
    ...['unsubtime', 'unsubscribe', 'unsubscribed', 'isunsubscribed', 'unsubscribedat', 'unsubscribedon'],
    ...['unsubscribetime', 'unsubscribedate', 'unsubscriptiondate', 'unsubscribedfromallemail'],
    ...['unsubscribedfromemails', 'optout', 'optedout', 'optouttime', 'optoutdate', 'optedoutat'],
    ...['optedouton', 'emailoptout', 'hasoptedoutofemail', 'optedoutofemail*', 'optedoutofallemail'],
    ...['confirmedoptoutdate', 'donotcontact', 'donotemail', 'donotmail', 'donotsend', 'dnc', 'noemail'],
    ...['nomail', 'nonewsletter', 'blocklisted', 'emailblocklisted', 'blocklistedemail', 'blocklist'],
    ...['blacklisted', 'emailblacklisted', 'blacklistedemail', 'blacklist', 'optoutat', 'withdrawnat'],
    ...['revokedat', 'objected', 'dontcontact', 'dontemail', 'deactivated', 'deactivatedat', 'deaktiviert'],
    ...['kontaktverbot', 'nepascontacter', 'nietcontacteren'],
    ...['abgemeldet', 'abgemeldetam', 'abmeldedatum', 'abmeldungam', 'abbestellt', 'abbestelltam'],
    ...['ausgetragen', 'ausgetragenam', 'widerruf', 'widerrufam', 'widerrufen', 'widerrufenam'],
    ...['widerrufsdatum', 'widerspruch', 'widersprucham', 'werbewiderspruch', 'dsgvowiderspruch'],
    ...['werbesperre', 'mailsperre', 'sperrvermerk', 'robinson', 'robinsonliste', 'keinewerbung'],
    ...['keinnewsletter', 'keinemails', 'nichtanschreiben', 'nichtmehranschreiben', 'nichtkontaktieren'],
    ...['désinscrit', 'désinscritle', 'désinscription', 'datededésinscription', 'désabonné', 'désabonnéle'],
    ...['désabonnement', 'baja', 'fechabaja', 'fechadebaja', 'desuscrito', 'afgemeld', 'afgemeldop'],
    ...['uitgeschreven', 'uitgeschrevenop'],
  ],
  suppressedAt: [
    ...['cleantime', 'cleaned', 'bounced', 'bouncedat', 'bouncetime', 'bouncedate', 'hardbounced'],
    ...['emailhardbounced', 'emailhardbouncereason', 'emailaddressquarantined', 'suppressed'],
    ...['suppressedat', 'complained', 'complainedat', 'complaintdate', 'markedasspam', 'spamcomplaint'],
    ...['gesperrt', 'unzustellbar', 'undeliverable'],
  ],
};

/** Of these every column counts that is there: whoever left in one of them has left. */
export const standingRoles: ReadonlySet<string> = new Set<ColumnRole>([
  ...(['status', 'agreed', 'unsubscribedAt', 'suppressedAt'] as const),
]);

/** Of these also in the export of a known tool, of which somebody may have added columns of their own. */
export const leavingRoles = ['unsubscribedAt', 'suppressedAt'] as const satisfies readonly ColumnRole[];

/** Whether a title in its plain form is this header. */
export function isCalled(title: string, header: string): boolean {
  return header.endsWith('*') ? title.startsWith(header.slice(0, -1)) : title === header;
}
