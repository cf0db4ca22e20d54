import { describe, expect, it } from "vitest";
import { createLemmatizer } from "./lemma.js";
import { loadWeights } from "./load-weights.js";

const lemmatize = createLemmatizer(loadWeights().lemmas);

/** The form as if wink had not known it. */
function lemma(form: string, upos: string, xpos: string): string {
  return lemmatize(form, upos, xpos, { upos: "X", lemma: form });
}

const PAST =
  "agreed:agree urged:urge stressed:stress stopped:stop added:add hoped:hope proposed:propose said:say held:hold left:leave went:go " +
  "condemned:condemn signed:sign pledged:pledge vowed:vow freed:free reaffirmed:reaffirm reiterated:reiterate underscored:underscore " +
  "exchanged:exchange withdrew:withdraw forbade:forbid sank:sink overthrew:overthrow sought:seek fled:flee ceded:cede violated:violate " +
  "resumed:resume delayed:delay denied:deny implied:imply shelled:shell travelled:travel controlled:control cancelled:cancel " +
  "expelled:expel installed:install focused:focus mined:mine negotiated:negotiate annexed:annex breached:breach referred:refer " +
  "preferred:prefer occurred:occur offered:offer suffered:suffer gathered:gather convened:convene intervened:intervene obtained:obtain " +
  "declined:decline undermined:undermine postponed:postpone mentioned:mention abandoned:abandon demanded:demand concluded:conclude " +
  "provided:provide avoided:avoid shared:share declared:declare ensured:ensure ignored:ignore monitored:monitor restored:restore " +
  "rated:rate staged:stage met:meet told:tell made:make took:take gave:give undertook:undertake upheld:uphold misled:mislead";
const GERUND =
  "dying:die lying:lie planning:plan visiting:visit inviting:invite welcoming:welcome overcoming:overcome facing:face managing:manage " +
  "putting:put easing:ease tying:tie escalating:escalate deterring:deter stressing:stress calling:call seeing:see being:be meeting:meet";
const PRESENT =
  "discusses:discuss addresses:address does:do vetoes:veto accuses:accuse relies:rely ties:tie approaches:approach rises:rise has:have is:be says:say";
const PLURAL =
  "talks:talk parties:party promises:promise purposes:purpose crises:crisis addresses:address vetoes:veto lives:life women:woman " +
  "spokesmen:spokesman countries:country bases:base headquarters:headquarters means:means ceasefires:ceasefire hostages:hostage " +
  "days:day heroes:hero policies:policy people:people children:child refineries:refinery missiles:missile politics:politics";

describe("lemma", () => {
  const cases: [string, string, string, string][] = [
    ...pairs(PAST).map(([form, base]): [string, string, string, string] => [form, "VERB", "VBD", base]),
    ...pairs(GERUND).map(([form, base]): [string, string, string, string] => [form, "VERB", "VBG", base]),
    ...pairs(PRESENT).map(([form, base]): [string, string, string, string] => [form, "VERB", "VBZ", base]),
    ...pairs(PLURAL).map(([form, base]): [string, string, string, string] => [form, "NOUN", "NNS", base]),
    ["meeting", "NOUN", "NN", "meeting"],
    ["building", "NOUN", "NN", "building"],
    ["understanding", "NOUN", "NN", "understanding"],
    ["left", "ADJ", "JJ", "left"],
    ["further", "ADJ", "JJR", "further"],
    ["stronger", "ADJ", "JJR", "strong"],
    ["larger", "ADJ", "JJR", "large"],
    ["better", "ADJ", "JJR", "good"],
    ["earliest", "ADJ", "JJS", "early"],
    ["n't", "PART", "RB", "not"],
    ["wo", "AUX", "MD", "will"],
    ["them", "PRON", "PRP", "they"],
    ["nations", "PROPN", "NNPS", "nations"],
  ];

  it.each(cases)("%s as %s %s is %s", (form, upos, xpos, expected) => {
    expect(lemma(form, upos, xpos)).toBe(expected);
  });
});

function pairs(list: string): [string, string][] {
  return list.split(" ").map((pair) => pair.split(":") as [string, string]);
}
