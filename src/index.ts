/** The library: one function a stage, the compiled engine's parts that they take, and the records they pass on. */
export { type Archive, type ArchiveOptions, type Fetched, openArchive } from "./archive/archive.js";
export { exportWarc } from "./archive/export-warc.js";
export { loadCatalog } from "./catalog/load-catalog.js";
export { readAgreement, readMapping } from "./catalog/read-agreement.js";
export { compareActs } from "./comparison/compare-acts.js";
export { readDocument } from "./documents/read-document.js";
export { FLOW } from "./flow.js";
export { recordAgreement, recordCommitment } from "./ledger/record-commitment.js";
export { replay } from "./ledger/replay.js";
export * from "./model/act.js";
export * from "./model/agreement.js";
export * from "./model/catalog.js";
export * from "./model/change.js";
export * from "./model/commitment.js";
export * from "./model/comparison.js";
export * from "./model/deadline.js";
export * from "./model/document.js";
export * from "./model/dossier.js";
export * from "./model/drift.js";
export * from "./model/engine.js";
export * from "./model/engine-difference.js";
export * from "./model/evaluation.js";
export * from "./model/evidence.js";
export * from "./model/explainer.js";
export * from "./model/feed.js";
export * from "./model/forecast.js";
export * from "./model/history.js";
export * from "./model/incident.js";
export * from "./model/ledger-event.js";
export * from "./model/problem.js";
export * from "./model/proof.js";
export * from "./model/publisher.js";
export * from "./model/region.js";
export * from "./model/rights.js";
export * from "./model/span.js";
export * from "./model/status.js";
export * from "./model/version.js";
export * from "./model/watch-report.js";
export * from "./model/weighing.js";
export { type GuardOptions, isPublicAddress, resolveHost } from "./network/address-guard.js";
export * from "./network/network.js";
export { type NetworkOptions, openNetwork } from "./network/open-network.js";
export { type FollowEvent, type FollowOptions, followPublishers } from "./pipeline/follow-publishers.js";
export { type ChangesOptions, listChanges } from "./pipeline/list-changes.js";
export { readAddress, type World } from "./pipeline/read-address.js";
export { type WatchDossierOptions, watchDossier } from "./pipeline/watch-dossier.js";
export { catalogAgreement, compareDocuments, compareVoices, driftOfReport, readActs, readSources } from "./pipeline.js";
export {
  addDocuments,
  addRecord,
  addSources,
  createDossier,
  type DossierView,
  dossiersFor,
  readArchived,
  readDossier,
} from "./pipeline-dossiers.js";
export { openEngine } from "./pipeline-engines.js";
export { evaluateEngine, markedEventFiles, markedEventOf } from "./pipeline-evaluation.js";
export { amendCommitment, changeStatus, confirmActs, confirmAgreement, dueIn, historyOf } from "./pipeline-ledger.js";
export { proveConsistency, proveInclusion, treeHead, verifyLedger } from "./pipeline-proofs.js";
export { decideReview, reviewQueue } from "./pipeline-review.js";
export { type FeedFile, type WatchOptions, watchIncidents } from "./pipeline-watch.js";
export { publishExplainer } from "./publish/explainer/publish-explainer.js";
export { publishComparison } from "./publish/publish-comparison.js";
export { findActs } from "./statements/find-acts.js";
export { compileLexicon } from "./statements/lexicon.js";
export { listAudit } from "./store/audit.js";
export { openStore, type Store } from "./store/open-store.js";
export { endSession, openSession, personOfSession } from "./store/sessions.js";
export { addToken, listTokens, personOfToken, revokeToken } from "./store/tokens.js";
export { addUser, changeUser, listUsers, personOfPassword } from "./store/users.js";
export { toOriginal } from "./text/source-map.js";
export { splitVoices } from "./voices/split-voices.js";
export { checkTerms } from "./watch/check-terms.js";
export { weighAgreement } from "./weigh/weigh-agreement.js";
