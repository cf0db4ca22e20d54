import { expect, test } from "vitest";
import { ACTORS } from "../../test/fixtures/actors.js";
import { namesSeveralParties } from "./find-parties.js";
import { recogniseGenre } from "./recognise-genre.js";
import { layOut } from "./text-layout.js";

const CASES: [genre: string, text: string][] = [
  [
    "readout",
    "The President of Ukraine spoke today with the President of Türkiye. The presidents discussed grain exports. He thanked Türkiye for its help.",
  ],
  [
    "readout",
    "Telephone conversation with the President of Türkiye\n\nGrain exports and the exchange of prisoners were discussed.",
  ],
  [
    "readout",
    "Outcomes of the Expert Groups on Fishing, Ankara, 3 May 2024\n\nFollowing those talks:\n- The sides agreed on quotas.\n- The sides will meet again.",
  ],
  [
    "readout",
    "A telephone conversation between the Foreign Ministers of France and India took place on 5 May. The sides exchanged views on trade.",
  ],
  [
    "joint-statement",
    "Joint Statement of the Leaders of France and India\n\nFrance and India reaffirm their partnership.",
  ],
  [
    "joint-statement",
    "We, the leaders of France, India and Türkiye, met in Paris today. We agree to keep the straits open.",
  ],
  [
    "joint-statement",
    "France, the United Kingdom and the United States consider fishing rights a shared duty. We affirm that no boat should be seized. We will continue our talks. We remain committed to our agreements.",
  ],
  [
    "transcript",
    "President of France: Good morning. We had long talks.\n\nPrime Minister of India: Thank you. I agree.\n\nQuestion: What about fishing?\n\nPresident of France: We agreed on quotas.",
  ],
  [
    "transcript",
    "Colleagues,\nI would like to thank the Prime Minister for coming. I hope that our talks will bear fruit. I am sure they will.",
  ],
  [
    "transcript",
    "Remarks by the President of France after the talks\n\nThank you all. I have just met the Prime Minister.",
  ],
  [
    "transcript",
    "Mr President, allow me to thank you for the invitation. I want to say that the meeting was good and I am glad that we met with you here.",
  ],
  [
    "transcript",
    "We met with the Prime Minister of Chad today. Thank you, Madam Prime Minister, for the warm welcome. I note that trade has grown. Our experts will meet in May. Thank you.",
  ],
  [
    "briefing",
    "Press briefing by the spokesperson of the Foreign Ministry\n\nQuestion: Will talks go on?\n\nSpokesperson: They will.",
  ],
  [
    "briefing",
    "The aide to the President briefed journalists on the telephone conversation of the presidents. Aide to the President: Good evening! The call has just ended. Question: Was fishing raised? Aide to the President: It was. Question: Will they meet? Aide to the President: They will.",
  ],
  ["briefing", "A senior administration official told reporters on a call that the talks had gone well."],
  [
    "post",
    "I just had a very good call with the Prime Minister of India. Fishing talks begin NOW! #peace @primeminister",
  ],
  ["post", "Posted on X: a good call with the President of France today. We talked about fishing."],
  [
    "report",
    "Boats wait as talks on fishing drag on\n\nThe minister said the quotas were fair. Brussels said they were not. A trawler captain said nobody had asked him, and the harbour union warned of a strike. Paris told the envoys that the talks would go on.",
  ],
  [
    "report",
    "Leaders agree on fishing\n\nBy Anna Writer\n\nPARIS (Reuters) - France and India agreed on quotas, officials said on Tuesday. An aide told reporters that talks would go on.",
  ],
  [
    "report",
    'Fishing deal: what is in it?\n\nThe two leaders spoke on Tuesday. According to Paris the quotas stand. A spokesman told reporters that they did not. Analysts doubt it. "We shall see," said Professor Fisher.\n\n6 min read\nPublished 3 May 2024',
  ],
  ["statement", "Statement by the Ministry of Foreign Affairs on fishing\n\nFrance condemns the seizure of boats."],
  [
    "statement",
    "The Ministry of Foreign Affairs of the Russian Federation notes the seizure of boats and calls for restraint.",
  ],
];

test.each(CASES)("%s: %s", (genre, text) => {
  const layout = layOut(text);
  expect(recogniseGenre(layout, namesSeveralParties(layout, ACTORS))).toEqual({ genre, sure: true });
});

test("a text without any sign is a statement, and unsure", () => {
  expect(recogniseGenre(layOut("The harvest is good."), false)).toEqual({ genre: "statement", sure: false });
});
