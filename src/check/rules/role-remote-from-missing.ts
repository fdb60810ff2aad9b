import { placeOfField } from '../reading/field-place.ts';
import { nameOfRole, openRolesOf } from '../roles/open-roles.ts';
import { sampleRole } from '../roles/sample-role.ts';
import type { Rule } from '../rule.ts';

const hint = 'add remoteFrom: [US, CA], with the countries in which people may live';

export const roleRemoteFromMissing: Rule = {
  name: 'role/remote-from-missing',
  severity: 'note',
  what: 'An open role is remote, and does not say from which countries.',
  why: 'People from everywhere apply, and search engines list a remote job only with the countries it is open to.',
  fix: 'Add `remoteFrom` with the codes of the countries in which people may live.',
  samples: () => ({
    good: [
      sampleRole(['title: vp of sales', 'workplace: remote', 'remoteFrom: [DE]']),
      sampleRole(['title: vp of sales', 'workplace: hybrid', 'location: berlin']),
      sampleRole(['title: vp of sales', 'workplace: remote', 'status: filled']),
    ],
    bad: [
      {
        sample: sampleRole(['title: vp of sales', 'workplace: remote']),
        finds: [{ at: '9:12-9:18', message: 'nothing says from where “vp of sales” can be done', hint }],
      },
      {
        sample: sampleRole(['title: vp of sales', 'workplace: remote', 'remoteFrom: []']),
        finds: [{ at: '10:13-10:15', message: 'nothing says from where “vp of sales” can be done', hint }],
      },
    ],
  }),
  *check({ issue }) {
    for (const role of openRolesOf(issue)) {
      const { workplace, remoteFrom } = role.fields;
      const isWritten = role.places.has('remoteFrom');
      // One that is written and cannot be read has a finding of its own.
      if (workplace !== 'remote' || (isWritten && remoteFrom?.length !== 0)) continue;
      yield {
        place: placeOfField(role, isWritten ? 'remoteFrom' : 'workplace'),
        message: `nothing says from where ${nameOfRole(role)} can be done`,
        hint,
      };
    }
  },
};
