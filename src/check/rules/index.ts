import type { Rule } from '../rule.ts';
import { candidateContactData } from './candidate-contact-data.ts';
import { candidateContactElsewhere } from './candidate-contact-elsewhere.ts';
import { candidateCurrentPay } from './candidate-current-pay.ts';
import { candidateExactDate } from './candidate-exact-date.ts';
import { candidateExactFigure } from './candidate-exact-figure.ts';
import { candidateHandle } from './candidate-handle.ts';
import { candidateIdReadable } from './candidate-id-readable.ts';
import { candidateImage } from './candidate-image.ts';
import { candidateLink } from './candidate-link.ts';
import { candidateProfileUrl } from './candidate-profile-url.ts';
import { candidatePronoun } from './candidate-pronoun.ts';
import { candidateProperNoun } from './candidate-proper-noun.ts';
import { candidateSensitive } from './candidate-sensitive.ts';
import { candidateSpecificity } from './candidate-specificity.ts';
import { consentEnded } from './consent-ended.ts';
import { consentFuture } from './consent-future.ts';
import { consentNoEmail } from './consent-no-email.ts';
import { consentOld } from './consent-old.ts';
import { consentOrder } from './consent-order.ts';
import { consentWeb } from './consent-web.ts';
import { imageAltMissing } from './image-alt-missing.ts';
import { issueDateOrder } from './issue-date-order.ts';
import { issueEmptyBlock } from './issue-empty-block.ts';
import { issueFileNumber } from './issue-file-number.ts';
import { issueNumberDuplicate } from './issue-number-duplicate.ts';
import { issueNumberGap } from './issue-number-gap.ts';
import { issueSlugDuplicate } from './issue-slug-duplicate.ts';
import { issueTagTwice } from './issue-tag-twice.ts';
import { languageAge } from './language-age.ts';
import { languageDisability } from './language-disability.ts';
import { languageGender } from './language-gender.ts';
import { languageHype } from './language-hype.ts';
import { languageOrigin } from './language-origin.ts';
import { languageStrongWords } from './language-strong-words.ts';
import { linkPlaceholder } from './link-placeholder.ts';
import { linkUnsafe } from './link-unsafe.ts';
import { mailPreheaderLong } from './mail-preheader-long.ts';
import { mailPreheaderMissing } from './mail-preheader-missing.ts';
import { mailPreheaderRepeats } from './mail-preheader-repeats.ts';
import { mailStrongWords } from './mail-strong-words.ts';
import { mailSubjectCapitals } from './mail-subject-capitals.ts';
import { mailSubjectLong } from './mail-subject-long.ts';
import { mailSubjectPunctuation } from './mail-subject-punctuation.ts';
import { mailSubjectReply } from './mail-subject-reply.ts';
import { neverNameFile } from './never-name-file.ts';
import { neverNameLink } from './never-name-link.ts';
import { neverNameText } from './never-name-text.ts';
import { payBenefitsMissing } from './pay-benefits-missing.ts';
import { payCurrencyPlace } from './pay-currency-place.ts';
import { payDeadlineMissing } from './pay-deadline-missing.ts';
import { payJurisdiction } from './pay-jurisdiction.ts';
import { payOnlyInText } from './pay-only-in-text.ts';
import { payOpenEnded } from './pay-open-ended.ts';
import { payScale } from './pay-scale.ts';
import { paySpread } from './pay-spread.ts';
import { payVague } from './pay-vague.ts';
import { payWide } from './pay-wide.ts';
import { roleApplyChanged } from './role-apply-changed.ts';
import { roleApplyMailboxClient } from './role-apply-mailbox-client.ts';
import { roleApplyMissing } from './role-apply-missing.ts';
import { roleApplyShowsClient } from './role-apply-shows-client.ts';
import { roleBulletLong } from './role-bullet-long.ts';
import { roleClosedBeforeIssue } from './role-closed-before-issue.ts';
import { roleClosedElsewhere } from './role-closed-elsewhere.ts';
import { roleClosesBeforePosted } from './role-closes-before-posted.ts';
import { roleClosesSoon } from './role-closes-soon.ts';
import { roleManyBullets } from './role-many-bullets.ts';
import { rolePostedLater } from './role-posted-later.ts';
import { roleRemoteFromMissing } from './role-remote-from-missing.ts';
import { roleRepeated } from './role-repeated.ts';
import { roleTitleChanged } from './role-title-changed.ts';
import { roleTitleNoise } from './role-title-noise.ts';
import { roleTwice } from './role-twice.ts';
import { textBidiControl } from './text-bidi-control.ts';
import { textControl } from './text-control.ts';
import { textDecomposed } from './text-decomposed.ts';
import { textEncoding } from './text-encoding.ts';
import { textInvisible } from './text-invisible.ts';
import { textMergeFallback } from './text-merge-fallback.ts';
import { textPlaceholder } from './text-placeholder.ts';
import { textRawHtml } from './text-raw-html.ts';
import { textRepeatedWord } from './text-repeated-word.ts';
import { textReplyResidue } from './text-reply-residue.ts';
import { textTodo } from './text-todo.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  issueDateOrder,
  issueEmptyBlock,
  issueFileNumber,
  issueNumberDuplicate,
  issueNumberGap,
  issueSlugDuplicate,
  issueTagTwice,
  mailPreheaderLong,
  mailPreheaderMissing,
  mailPreheaderRepeats,
  mailStrongWords,
  mailSubjectCapitals,
  mailSubjectLong,
  mailSubjectPunctuation,
  mailSubjectReply,
  roleApplyChanged,
  roleApplyMailboxClient,
  roleApplyMissing,
  roleApplyShowsClient,
  roleBulletLong,
  roleClosedBeforeIssue,
  roleClosedElsewhere,
  roleClosesBeforePosted,
  roleClosesSoon,
  roleManyBullets,
  rolePostedLater,
  roleRemoteFromMissing,
  roleRepeated,
  roleTitleChanged,
  roleTitleNoise,
  roleTwice,
  payBenefitsMissing,
  payCurrencyPlace,
  payDeadlineMissing,
  payJurisdiction,
  payOnlyInText,
  payOpenEnded,
  payScale,
  paySpread,
  payVague,
  payWide,
  candidateContactData,
  candidateContactElsewhere,
  candidateCurrentPay,
  candidateExactDate,
  candidateExactFigure,
  candidateHandle,
  candidateIdReadable,
  candidateImage,
  candidateLink,
  candidateProfileUrl,
  candidatePronoun,
  candidateProperNoun,
  candidateSensitive,
  candidateSpecificity,
  consentEnded,
  consentFuture,
  consentNoEmail,
  consentOld,
  consentOrder,
  consentWeb,
  languageAge,
  languageDisability,
  languageGender,
  languageHype,
  languageOrigin,
  languageStrongWords,
  linkPlaceholder,
  linkUnsafe,
  imageAltMissing,
  textBidiControl,
  textControl,
  textDecomposed,
  textEncoding,
  textInvisible,
  textMergeFallback,
  textPlaceholder,
  textRawHtml,
  textRepeatedWord,
  textReplyResidue,
  textTodo,
  neverNameFile,
  neverNameLink,
  neverNameText,
];
