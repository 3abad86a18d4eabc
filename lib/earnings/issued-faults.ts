import 'server-only';
import { askAtLength } from '@/lib/db/at-length';
import type { Fault } from '@/lib/ledger/queries';
import { derivedId, ISSUED } from './names';
import { REASONS } from './review';

/**
 * Holds what the ledger says was issued against what was divided and made good; empty while all is well. E1: each allocation is, account
 * by account, what its epoch divided. E2: an epoch's shares are what its pools pay. E3: nothing is issued for anything else. E4: what is
 * issued or taken back goes that way with everybody, and all else stays with whom it is of, or is on its way out. E5: what was divided is,
 * account by account, what its release made available and what it took back.
 */
export async function issuedFaults(): Promise<Fault[]> {
  const found = await askAtLength([
    { text: CHUNKS },
    ([chunks = []]) => ({
      text: ALLOCATIONS,
      values: [
        chunks.map(({ epoch, chunk }) => derivedId(`allocation:${epoch}:${chunk}`)),
        chunks.map(({ epoch }) => epoch),
        chunks.map(({ chunk }) => chunk),
        ISSUED,
      ],
    }),
    { text: PAID },
    { text: ELSEWHERE, values: [ISSUED] },
    { text: GIVEN_BACK, values: [ISSUED] },
    { text: MADE_GOOD, values: [ISSUED] },
    { text: MOVED, values: [ISSUED] },
    { text: PASSED },
    (before) => {
      const ends = (before.at(-1) ?? []).flatMap(({ epoch, chunk }) =>
        [`release:${epoch}:${chunk}`, ...REASONS.map((reason) => `claw-back:${epoch}:${chunk}:${reason}`)].map((name) => ({
          ...{ id: derivedId(name), epoch, chunk },
        })),
      );
      return { text: RELEASES, values: [ends.map(({ id }) => id), ends.map(({ epoch }) => epoch), ends.map(({ chunk }) => chunk)] };
    },
  ]);
  // What was asked for the sake of what came after it names no fault.
  return found.flat().flatMap(({ fault, what }) => (fault === undefined ? [] : [{ fault: String(fault), what: String(what) }]));
}

/** What has been posted of each epoch so far. */
const CHUNKS = `
SELECT DISTINCT s.epoch, s.chunk FROM epoch_share s JOIN epoch o ON o.number = s.epoch
WHERE o.state IN ('allocated', 'released') OR o.state = 'divided' AND s.chunk < o.chunk`;

/** Of which each share has been released, or taken back. */
const PASSED = `
SELECT DISTINCT s.epoch, s.chunk FROM epoch_share s JOIN epoch o ON o.number = s.epoch
WHERE o.state = 'released' OR o.state = 'allocated' AND o."reviewedAt" IS NOT NULL AND s.chunk < o.chunk`;

/** `$1` are the ids that what ends the epochs `$2` and their chunks `$3` has. */
const RELEASES = `
WITH ends AS MATERIALIZED (SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[]) AS n (id, epoch, chunk)),
  went AS (SELECT n.epoch, n.chunk, a.code, -sum(e.amount) AS amount
    FROM ends n JOIN ledger.entry e ON e.tx = n.id JOIN ledger.account a ON a.id = e.account WHERE a.code LIKE 'user:%:pending' GROUP BY 1, 2, 3),
  divided AS (SELECT s.epoch, s.chunk, 'user:' || s.account || ':pending' AS code, s.amount
    FROM epoch_share s JOIN (SELECT DISTINCT epoch, chunk FROM ends) n USING (epoch, chunk) WHERE s.amount > 0)
SELECT DISTINCT 'E5: what was released and taken back is not what was divided' AS fault, epoch || ' ' || chunk AS what
FROM went FULL JOIN divided USING (epoch, chunk, code) WHERE went.amount IS DISTINCT FROM divided.amount
UNION ALL
SELECT 'E5: a release that no epoch made', id::text FROM ledger.tx
WHERE (kind = 'release' OR kind LIKE 'claw-back: %') AND NOT id = ANY ($1::uuid[])`;

/** `$1` are the ids that the postings of the epochs `$2` and their chunks `$3` have. */
const ALLOCATIONS = `
WITH posted AS MATERIALIZED (SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[]) AS n (id, epoch, chunk)),
  said AS (SELECT n.epoch, n.chunk, a.code, e.amount FROM posted n JOIN ledger.entry e ON e.tx = n.id JOIN ledger.account a ON a.id = e.account
    WHERE a.code <> $4),
  divided AS (SELECT n.epoch, n.chunk, 'user:' || s.account || ':pending' AS code, s.amount
    FROM posted n JOIN epoch_share s ON s.epoch = n.epoch AND s.chunk = n.chunk)
SELECT DISTINCT 'E1: an allocation is not what was divided' AS fault, epoch || ' ' || chunk AS what
FROM said FULL JOIN divided USING (epoch, chunk, code) WHERE said.amount IS DISTINCT FROM divided.amount
UNION ALL
SELECT 'E1: an allocation that no division made', id::text FROM ledger.tx WHERE kind = 'allocation' AND NOT id = ANY ($1::uuid[])`;

const PAID = `
SELECT 'E2: an epoch''s shares are not what its pools pay' AS fault, o.number::text AS what FROM epoch o
WHERE o.state IN ('divided', 'allocated', 'released')
  AND coalesce((SELECT sum(amount) FROM epoch_share WHERE epoch = o.number), 0) <> coalesce((SELECT sum(paid) FROM epoch_pool WHERE epoch = o.number), 0)`;

/** `$1` is where points come from. */
const ELSEWHERE = `
SELECT 'E3: issued for nothing that is known' AS fault, t.kind || ' ' || t.id AS what
FROM ledger.account a JOIN ledger.entry e ON e.account = a.id JOIN ledger.tx t ON t.id = e.tx
WHERE a.code = $1 AND NOT (CASE WHEN e.amount < 0 THEN t.kind IN ('allocation', 'correction', 'restoration') ELSE t.kind LIKE 'claw-back: %' END)`;

const GIVEN_BACK = `
WITH moved AS (
  SELECT split_part(a.code, ':', 2) AS who, t.kind = 'restoration' AS back, sum(abs(e.amount)) AS amount
  FROM ledger.tx t JOIN ledger.entry e ON e.tx = t.id JOIN ledger.account a ON a.id = e.account
  WHERE a.code <> $1 AND (t.kind = 'restoration' OR t.kind LIKE 'claw-back: %') GROUP BY 1, 2)
SELECT 'E3: more was given back than was taken' AS fault, given.who AS what
FROM moved given LEFT JOIN moved taken ON taken.who = given.who AND NOT taken.back
WHERE given.back AND given.amount > coalesce(taken.amount, 0)`;

/** Which dispute a posting answered is forgotten with whoever brought it; what rows were made good is not. Who had left got nothing. */
const MADE_GOOD = `
SELECT 'E3: more was made good than rows were' AS fault, issued || ' ' || made AS what FROM
  (SELECT coalesce(-sum(e.amount), 0) AS issued FROM ledger.account a JOIN ledger.entry e ON e.account = a.id JOIN ledger.tx t ON t.id = e.tx
    WHERE a.code = $1 AND t.kind = 'correction') i,
  (SELECT coalesce(sum(amount + reward), 0) AS made FROM earning_correction WHERE "paidAt" IS NOT NULL) c
WHERE issued > made`;

/**
 * What comes from `$1`, where points are issued, comes to everybody in it, and what goes back there goes from everybody. Of the rest a
 * release is each person's own, a payout is one person's and leaves them, or comes back.
 */
const MOVED = `
WITH part AS (
  SELECT t.id, t.kind, split_part(a.code, ':', 2) AS who, sum(e.amount) AS amount,
    EXISTS (SELECT FROM ledger.entry i JOIN ledger.account s ON s.id = i.account WHERE i.tx = t.id AND s.code = $1) AS issued
  FROM ledger.tx t JOIN ledger.entry e ON e.tx = t.id JOIN ledger.account a ON a.id = e.account
  WHERE a.code LIKE 'user:%'
  GROUP BY 1, 2, 3)
SELECT 'E4: what one person had went to another' AS fault, kind || ' ' || id AS what FROM part
WHERE CASE WHEN issued THEN CASE WHEN kind LIKE 'claw-back: %' THEN amount >= 0 WHEN kind IN ('allocation', 'restoration', 'correction') THEN amount <= 0 ELSE false END
  ELSE CASE kind WHEN 'release' THEN amount <> 0 WHEN 'payout' THEN amount >= 0 WHEN 'payout-back' THEN amount <= 0 ELSE true END END
UNION SELECT 'E4: what one person had went to another', kind || ' ' || id FROM part
WHERE kind IN ('payout', 'payout-back') GROUP BY kind, id HAVING count(*) > 1`;
