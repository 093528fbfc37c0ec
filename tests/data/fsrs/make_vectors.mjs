// Writes the review histories that tests/recall/reference_test.cpp replays, with what ts-fsrs makes
// of them. By hand, when the version of ts-fsrs changes:
//
//     cd tests/data/fsrs && npm ci && npm run vectors
//
// A line is one history: the retention, then a group of five numbers for each review: days since the
// review before, grade (1 to 4), and after it the stability, the difficulty and the days to the next.
// No two reviews are of one day, since gradus counts the first grade of a day alone. A review whose
// interval is over 36,500 days, which the reference lets pass, ends the history before it.

import { readFileSync } from "node:fs";
import { createEmptyCard, fsrs, generatorParameters } from "ts-fsrs";

const HISTORIES = 1000;
const MOST_REVIEWS = 12;
const MOST_DAYS = 36500;
const RETENTIONS = [0.8, 0.85, 0.9, 0.9, 0.92, 0.95];

const manifest = new URL("./node_modules/ts-fsrs/package.json", import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, "utf8"));

// The same numbers every time: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const chance = generator(20261130);
const below = (limit) => Math.floor(chance() * limit);

// When the next review is done: on its day, early, late, or much too late.
function daysUntilReview(interval) {
  switch (below(4)) {
    case 0:
      return interval;
    case 1:
      return 1 + below(interval);
    case 2:
      return interval + below(1 + Math.ceil(interval / 2));
    default:
      return 1 + below(3 * interval + 30);
  }
}

function history() {
  const retention = RETENTIONS[below(RETENTIONS.length)];
  const scheduler = fsrs(
    generatorParameters({ request_retention: retention, enable_short_term: false, enable_fuzz: false }),
  );
  const day = 24 * 60 * 60 * 1000;
  let now = Date.UTC(2026, 0, 1, 12);
  let card = createEmptyCard(new Date(now));
  let line = `${retention}`;
  const reviews = 1 + below(MOST_REVIEWS);
  for (let review = 0; review < reviews; ++review) {
    const days = review === 0 ? 0 : daysUntilReview(card.scheduled_days);
    const grade = 1 + below(4);
    now += days * day;
    card = scheduler.next(card, new Date(now), grade).card;
    if (card.scheduled_days > MOST_DAYS) break;
    line += ` ${days} ${grade} ${card.stability.toFixed(4)} ${card.difficulty.toFixed(4)} ${card.scheduled_days}`;
  }
  return line;
}

const lines = [`# ts-fsrs ${version}, enable_short_term false: see make_vectors.mjs`];
for (let i = 0; i < HISTORIES; ++i) lines.push(history());
console.log(lines.join("\n"));
