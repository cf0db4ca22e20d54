/** A case on veridicality and the acts found in it -> what is asserted falsely, and whether the case is read right. */
import type { Act } from "../../src/model/act.js";
import { type Answer, actsAt, type Expectation, isActor, isNamed, type VeridicalityCase } from "./stress-case.js";

export interface VeridicalityScore {
  /** Acts asserted as agreed or accepted that the text does not assert, or of somebody of whom it does not. */
  falseAssertions: Act[];
  /** Acts that the case says may never be found. */
  forbidden: Act[];
  /** Expectations not met as to type and veridicality. */
  missed: Expectation[];
  /** Expectations met, but with other actors than expected. */
  wrongActors: Expectation[];
  /** Nothing false, nothing forbidden, nothing missed; the actors are counted apart. */
  right: boolean;
}

/** Whether actors are right does not enter `right`, except that an agreement laid to the wrong party is a false one. */
export function scoreVeridicality(asked: VeridicalityCase, acts: readonly Act[]): VeridicalityScore {
  const licences = [...asked.expect, ...asked.allow];
  const licensed = (act: Act) => licences.some((one) => touching(asked, acts, one).includes(act) && licenses(one, act));
  const falseAssertions = acts.filter((act) => assertsAgreement(act) && !licensed(act));
  const forbidden = acts.filter((act) => asked.never.some((never) => isAnswer(never, act)) && !licensed(act));
  const missed = asked.expect.filter((one) => !isMet(one, touching(asked, acts, one)));
  const wrongActors = asked.expect.filter((one) => !missed.includes(one) && !isByThem(one, touching(asked, acts, one)));
  const right = falseAssertions.length + forbidden.length + missed.length === 0;
  return { falseAssertions, forbidden, missed, wrongActors, right };
}

const touching = (asked: VeridicalityCase, acts: readonly Act[], one: Expectation) =>
  actsAt(acts, asked.text, one.words);

const AGREEMENT = ["agreed", "accepted"];
const assertsAgreement = (act: Act) => act.veridicality === "asserted" && AGREEMENT.includes(act.act);

const answersOf = (one: Expectation): Answer[] => [one, ...one.or];
const isAnswer = (answer: Answer, act: Act) => answer.veridicality === act.veridicality && answer.act.includes(act.act);
const answers = (one: Expectation, act: Act) =>
  answersOf(one).some((answer) => isAnswer(answer, act)) && isSaid(one, act);

/** Somebody else's word may be asserted only as such. */
function isSaid(one: Expectation, act: Act): boolean {
  if (!one.says || act.veridicality !== "asserted") return true;
  return one.says.some((name) => act.attribution.some((source) => isNamed(source, name)));
}

/** An assertion of agreement passes as either type, but only of those whom the text says to have agreed. */
function licenses(one: Expectation, act: Act): boolean {
  const type = (answer: Answer) =>
    assertsAgreement(act) ? answer.act.some((a) => AGREEMENT.includes(a)) : isAnswer(answer, act);
  const asserts = answersOf(one).some((answer) => answer.veridicality === act.veridicality && type(answer));
  return asserts && isSaid(one, act) && !namesOthers(one, act);
}

function namesOthers(one: Expectation, act: Act): boolean {
  const foreign = (actor: string) => actor !== "?" && one.by !== undefined && !one.by.some((id) => isActor(actor, id));
  const excluded = (actor: string) => one.notby?.some((id) => isActor(actor, id)) ?? false;
  return act.actors.some((actor) => foreign(actor) || excluded(actor));
}

/** Some act answers, and none of the same types contradicts it. */
function isMet(one: Expectation, found: readonly Act[]): boolean {
  const types = answersOf(one).flatMap(({ act }) => act);
  return found.some((act) => answers(one, act)) && found.every((act) => !types.includes(act.act) || answers(one, act));
}

function isByThem(one: Expectation, found: readonly Act[]): boolean {
  const { by } = one;
  if (!by) return true;
  const complete = (act: Act) => by.every((id) => act.actors.some((actor) => isActor(actor, id)));
  return found.some((act) => answers(one, act) && complete(act) && !namesOthers(one, act));
}
