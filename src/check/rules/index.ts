import type { ArchiveRule, Rule } from '../rule.ts';
import { candidateContactData } from './candidate-contact-data.ts';
import { candidateContactElsewhere } from './candidate-contact-elsewhere.ts';
import { candidateCurrentPay } from './candidate-current-pay.ts';
import { candidateEmployer } from './candidate-employer.ts';
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
import { essayCodeBlock } from './essay-code-block.ts';
import { essayFootnoteMissing } from './essay-footnote-missing.ts';
import { essayFootnoteUnused } from './essay-footnote-unused.ts';
import { essayHeadingSkip } from './essay-heading-skip.ts';
import { essayHeadingTop } from './essay-heading-top.ts';
import { essayLoneHeading } from './essay-lone-heading.ts';
import { essayLong } from './essay-long.ts';
import { essayTableWide } from './essay-table-wide.ts';
import { essayTldrEmpty } from './essay-tldr-empty.ts';
import { essayTldrMissing } from './essay-tldr-missing.ts';
import { essayTldrTwice } from './essay-tldr-twice.ts';
import { imageAlone } from './image-alone.ts';
import { imageAltFileName } from './image-alt-file-name.ts';
import { imageAltLong } from './image-alt-long.ts';
import { imageAltMissing } from './image-alt-missing.ts';
import { imageFormat } from './image-format.ts';
import { imageHttp } from './image-http.ts';
import { imageMany } from './image-many.ts';
import { issueAlmostBlock } from './issue-almost-block.ts';
import { issueBlockInText } from './issue-block-in-text.ts';
import { issueDateOrder } from './issue-date-order.ts';
import { issueEmptyBlock } from './issue-empty-block.ts';
import { issueFileNumber } from './issue-file-number.ts';
import { issueIdDuplicate } from './issue-id-duplicate.ts';
import { issueNumberDuplicate } from './issue-number-duplicate.ts';
import { issueNumberGap } from './issue-number-gap.ts';
import { issueOnlyClosed } from './issue-only-closed.ts';
import { issueSlugDuplicate } from './issue-slug-duplicate.ts';
import { issueTagTwice } from './issue-tag-twice.ts';
import { languageAge } from './language-age.ts';
import { languageDisability } from './language-disability.ts';
import { languageGender } from './language-gender.ts';
import { languageHype } from './language-hype.ts';
import { languageOrigin } from './language-origin.ts';
import { languageStrongWords } from './language-strong-words.ts';
import { linkCredentials } from './link-credentials.ts';
import { linkDoubleScheme } from './link-double-scheme.ts';
import { linkEmptyText } from './link-empty-text.ts';
import { linkGenericText } from './link-generic-text.ts';
import { linkHttp } from './link-http.ts';
import { linkLongBare } from './link-long-bare.ts';
import { linkLookalike } from './link-lookalike.ts';
import { linkMailtoSubject } from './link-mailto-subject.ts';
import { linkMissingDefinition } from './link-missing-definition.ts';
import { linkPlaceholder } from './link-placeholder.ts';
import { linkPrivate } from './link-private.ts';
import { linkSameText } from './link-same-text.ts';
import { linkShortener } from './link-shortener.ts';
import { linkSpace } from './link-space.ts';
import { linkTextMismatch } from './link-text-mismatch.ts';
import { linkTracking } from './link-tracking.ts';
import { linkTrailingSign } from './link-trailing-sign.ts';
import { linkUnsafe } from './link-unsafe.ts';
import { linkUnusedDefinition } from './link-unused-definition.ts';
import { mailPreheaderLong } from './mail-preheader-long.ts';
import { mailPreheaderMissing } from './mail-preheader-missing.ts';
import { mailPreheaderRepeats } from './mail-preheader-repeats.ts';
import { mailStrongWords } from './mail-strong-words.ts';
import { mailSubjectCapitals } from './mail-subject-capitals.ts';
import { mailSubjectEmoji } from './mail-subject-emoji.ts';
import { mailSubjectLong } from './mail-subject-long.ts';
import { mailSubjectPunctuation } from './mail-subject-punctuation.ts';
import { mailSubjectReply } from './mail-subject-reply.ts';
import { mailSubjectWords } from './mail-subject-words.ts';
import { neverNameFile } from './never-name-file.ts';
import { neverNameLink } from './never-name-link.ts';
import { neverNameText } from './never-name-text.ts';
import { payBenefitsMissing } from './pay-benefits-missing.ts';
import { payCurrencyPlace } from './pay-currency-place.ts';
import { payDeadlineMissing } from './pay-deadline-missing.ts';
import { payJurisdiction } from './pay-jurisdiction.ts';
import { payNoCurrency } from './pay-no-currency.ts';
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
import { roleIdMissing } from './role-id-missing.ts';
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
import { textLostComment } from './text-lost-comment.ts';
import { textMergeFallback } from './text-merge-fallback.ts';
import { textNbspRun } from './text-nbsp-run.ts';
import { textPlaceholder } from './text-placeholder.ts';
import { textRawHtml } from './text-raw-html.ts';
import { textRepeatedWord } from './text-repeated-word.ts';
import { textReplyResidue } from './text-reply-residue.ts';
import { textTodo } from './text-todo.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly (Rule | ArchiveRule)[] = [
  issueAlmostBlock,
  issueBlockInText,
  issueDateOrder,
  issueEmptyBlock,
  issueFileNumber,
  issueIdDuplicate,
  issueNumberDuplicate,
  issueNumberGap,
  issueOnlyClosed,
  issueSlugDuplicate,
  issueTagTwice,
  mailPreheaderLong,
  mailPreheaderMissing,
  mailPreheaderRepeats,
  mailStrongWords,
  mailSubjectCapitals,
  mailSubjectEmoji,
  mailSubjectLong,
  mailSubjectPunctuation,
  mailSubjectReply,
  mailSubjectWords,
  roleApplyChanged,
  roleApplyMailboxClient,
  roleApplyMissing,
  roleApplyShowsClient,
  roleBulletLong,
  roleClosedBeforeIssue,
  roleClosedElsewhere,
  roleClosesBeforePosted,
  roleClosesSoon,
  roleIdMissing,
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
  payNoCurrency,
  payOnlyInText,
  payOpenEnded,
  payScale,
  paySpread,
  payVague,
  payWide,
  candidateContactData,
  candidateContactElsewhere,
  candidateCurrentPay,
  candidateEmployer,
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
  essayCodeBlock,
  essayFootnoteMissing,
  essayFootnoteUnused,
  essayHeadingSkip,
  essayHeadingTop,
  essayLoneHeading,
  essayLong,
  essayTableWide,
  essayTldrEmpty,
  essayTldrMissing,
  essayTldrTwice,
  linkCredentials,
  linkDoubleScheme,
  linkEmptyText,
  linkGenericText,
  linkHttp,
  linkLongBare,
  linkLookalike,
  linkMailtoSubject,
  linkMissingDefinition,
  linkPlaceholder,
  linkPrivate,
  linkSameText,
  linkShortener,
  linkSpace,
  linkTextMismatch,
  linkTracking,
  linkTrailingSign,
  linkUnsafe,
  linkUnusedDefinition,
  imageAlone,
  imageAltFileName,
  imageAltLong,
  imageAltMissing,
  imageFormat,
  imageHttp,
  imageMany,
  textBidiControl,
  textControl,
  textDecomposed,
  textEncoding,
  textInvisible,
  textLostComment,
  textMergeFallback,
  textNbspRun,
  textPlaceholder,
  textRawHtml,
  textRepeatedWord,
  textReplyResidue,
  textTodo,
  neverNameFile,
  neverNameLink,
  neverNameText,
];
