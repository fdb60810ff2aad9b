import type { DraftStatus } from '../../subscriber.ts';
import type { ColumnRole } from './column-role.ts';

/** How one tool writes its list. All headers are in their plain form: lower case, without spaces, hyphens and underscores. */
export interface KnownExport {
  /** As a person knows it. */
  readonly name: string;
  /** A header that has all of one of these is this tool's. */
  readonly signs: readonly (readonly string[])[];
  /** Of several columns the first that says something counts; but for standings, of which each does. */
  readonly columns: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  /** Its words for how somebody stands, beside those that everybody uses. */
  readonly statuses?: Readonly<Record<string, DraftStatus>>;
  /** Further columns of its own that speak of subscriptions, and not of whether somebody wants mail. */
  readonly harmless?: readonly string[];
  /** Columns that say nothing about a person: numbers of the tool's own, and what it has guessed. */
  readonly leftOut?: readonly string[];
  /** Where it is: the only further columns that are kept. The others are asked for by `--map`. */
  readonly kept?: readonly string[];
  /** An address book: whoever stands in it has not asked for a newsletter by that. */
  readonly addressBook?: true;
}

/**
 * The exports that are recognised, after what each tool says of them:
 * Mailchimp https://mailchimp.com/help/view-export-contacts/ · Substack https://support.substack.com (export your list) ·
 * beehiiv https://developers.beehiiv.com (subscriptions) · Buttondown https://docs.buttondown.com (exporting) ·
 * Ghost https://ghost.org/help/import-members/ · LinkedIn and Google Contacts: what their exports hold.
 */
const knownExports: readonly KnownExport[] = [
  {
    name: 'penny',
    signs: [['email', 'name', 'firstname', 'tags', 'status', 'source', 'consentedat']],
    columns: {
      address: ['email'],
      name: ['name'],
      firstName: ['firstname'],
      tags: ['tags'],
      status: ['status'],
      source: ['source'],
      consent: ['consentedat'],
      proof: ['consentproof'],
      wording: ['consentwording'],
      joinedAt: ['joinedat'],
    },
  },
  {
    name: 'Mailchimp',
    signs: [
      ['emailaddress', 'leid'],
      ['emailaddress', 'memberrating', 'optintime'],
      ['emailaddress', 'unsubtime'],
      ['emailaddress', 'cleantime'],
    ],
    // Who left and who could not be reached come as files of their own, with one more moment and no column of words.
    columns: {
      address: ['emailaddress'],
      firstName: ['firstname', 'fname'],
      lastName: ['lastname', 'lname'],
      tags: ['tags'],
      consent: ['confirmtime', 'optintime'],
      proof: ['optintime', 'optinip', 'confirmtime', 'confirmip'],
      unsubscribedAt: ['unsubtime'],
      suppressedAt: ['cleantime'],
    },
    harmless: ['unsubreason', 'optinip', 'confirmip'],
    leftOut: [
      'memberrating',
      'latitude',
      'longitude',
      'gmtoff',
      'dstoff',
      'lastchanged',
      'leid',
      'euid',
      'unsubcampaigntitle',
      'unsubcampaignid',
      'cleancampaigntitle',
      'cleancampaignid',
    ],
  },
  {
    name: 'Substack',
    signs: [['email', 'activesubscription', 'emaildisabled']],
    columns: { address: ['email'], name: ['name'], status: ['emaildisabled'], consent: ['createdat'] },
    statuses: { true: 'unsubscribed', false: 'active' },
    harmless: ['activesubscription'],
  },
  {
    name: 'beehiiv',
    signs: [
      ['email', 'status', 'subscriptiontier'],
      ['email', 'status', 'tier', 'created'],
      ['email', 'status', 'utmsource', 'referringsite'],
    ],
    columns: {
      address: ['email'],
      name: ['name', 'fullname'],
      firstName: ['firstname'],
      lastName: ['lastname'],
      status: ['status'],
      tags: ['tags'],
      consent: ['created', 'createdat'],
    },
    statuses: {
      inactive: 'unsubscribed',
      validating: 'pending',
      'needs attention': 'pending',
      invalid: 'suppressed',
    },
    harmless: ['subscriptiontier', 'tier'],
    leftOut: ['id', 'subscriberid', 'subscriptionid', 'referralcode', 'stripecustomerid'],
  },
  {
    name: 'Buttondown',
    signs: [
      ['email', 'subscribertype'],
      ['emailaddress', 'subscribertype'],
      ['emailaddress', 'type', 'creationdate'],
    ],
    columns: {
      address: ['email', 'emailaddress'],
      status: ['subscribertype', 'type'],
      tags: ['tags'],
      consent: ['creationdate'],
      unsubscribedAt: ['unsubscriptiondate'],
    },
    statuses: {
      regular: 'active',
      premium: 'active',
      gifted: 'active',
      trialed: 'active',
      churning: 'active',
      churned: 'active',
      'past due': 'active',
      unpaid: 'active',
      upcoming: 'active',
      unactivated: 'pending',
      paused: 'unsubscribed',
      removed: 'unsubscribed',
      undeliverable: 'suppressed',
      complained: 'suppressed',
      spammy: 'suppressed',
      blocked: 'suppressed',
    },
    harmless: ['unsubscriptionreason'],
    leftOut: ['id', 'secondaryid', 'stripecustomerid', 'ipaddress'],
  },
  {
    name: 'Ghost',
    signs: [['email', 'subscribedtoemails', 'labels']],
    columns: {
      address: ['email'],
      name: ['name'],
      status: ['subscribedtoemails'],
      tags: ['labels'],
      consent: ['createdat'],
      unsubscribedAt: ['deletedat'],
    },
    statuses: { true: 'active', false: 'unsubscribed' },
    leftOut: ['id', 'stripecustomerid'],
  },
  {
    name: 'Constant Contact',
    signs: [['emailaddress', 'emailpermissionstatus']],
    columns: {
      address: ['emailaddress'],
      firstName: ['firstname'],
      lastName: ['lastname'],
      status: ['emailpermissionstatus'],
      tags: ['tags'],
      unsubscribedAt: ['confirmedoptoutdate'],
    },
    statuses: {
      express: 'active',
      explicit: 'active',
      implied: 'active',
      'temporary hold': 'pending',
      'not set': 'pending',
      'no permissions set': 'pending',
    },
  },
  {
    name: 'LinkedIn',
    signs: [['firstname', 'lastname', 'emailaddress', 'connectedon']],
    columns: { address: ['emailaddress'], firstName: ['firstname'], lastName: ['lastname'] },
    addressBook: true,
  },
  {
    name: 'Google Contacts',
    signs: [['email1value']],
    columns: {
      address: ['email1value'],
      name: ['name'],
      firstName: ['firstname', 'givenname'],
      lastName: ['lastname', 'familyname'],
      tags: ['labels', 'groupmembership'],
    },
    kept: [
      'organizationname',
      'organizationtitle',
      'organization1name',
      'organization1title',
      'address1city',
      'address1country',
    ],
    addressBook: true,
  },
];

/** The export that a header belongs to. */
export function recogniseExport(plain: readonly string[]): KnownExport | undefined {
  return knownExports.find(({ signs }) => signs.some((all) => all.every((header) => plain.includes(header))));
}
