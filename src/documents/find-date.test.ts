import { expect, test } from "vitest";
import { findDate, parseDate } from "./find-date.js";
import { layOut } from "./text-layout.js";

test.each([
  ["18 March 2025", "2025-03-18"],
  ["March 18, 2025", "2025-03-18"],
  ["Mar. 3rd, 2025", "2025-03-03"],
  ["March 23-25, 2025", "2025-03-25"],
  ["23–25 March 2025", "2025-03-25"],
  ["2025-03-18T06:11Z", "2025-03-18"],
  ["2025/3/8 17:05", "2025-03-08"],
  ["9.03.2025", "2025-03-09"],
  ["version 1.2.2025.4 of the note", null],
  ["in May 2024", "2024-05"],
  ["31 February 2025", null],
  ["30 days", null],
  ["may well be 2025 tonnes", null],
])("%s", (words, date) => {
  expect(parseDate(words)).toBe(date);
});

const BODY = "The Foreign Ministers of Ukraine and Türkiye spoke today about grain exports.\n";

test.each([
  ["a dateline above the title", `12 May 2024\n\nOn grain exports\n\n${BODY}`, "a.txt", "2024-05-12"],
  ["a day in numbers below the title", `On grain exports\n2024-05-12 10:30\n\n${BODY}`, "a.txt", "2024-05-12"],
  ["a day with stops below the title", `On grain exports\n12.05.2024\n\n${BODY}`, "a.txt", "2024-05-12"],
  [
    "a day in numbers above a title that ends in initials",
    `12.05.2024\nOn grain and the U.S.\n\n${BODY}`,
    "a.txt",
    "2024-05-12",
  ],
  ["a field", `date: 2024-05-12\n\n${BODY}`, "a.txt", "2024-05-12"],
  ["a footer", `${BODY}\nPublished 13 May 2024 6:11am`, "a.txt", "2024-05-13"],
  ["the lead's opening", "On May 12, 2024, the two ministers met in Ankara.", "a.txt", "2024-05-12"],
  ["not a day told of later", `${BODY}They recalled the talks of 3 April 2019.`, "a.txt", null],
  ["the folder, as the last hint", BODY, "calls/2024-05-12-grain/ua.txt", "2024-05-12"],
  ["an archive's address", BODY, "https://example.org/2024/05/12/call/", "2024-05-12"],
  ["the text before the folder", `12 May 2024\n\n${BODY}`, "2020-01-01/a.txt", "2024-05-12"],
  ["no day on the calendar", BODY, "2024-15-40/a.txt", null],
])("%s", (_, text, source, date) => {
  expect(findDate(layOut(text), source)).toBe(date);
});
