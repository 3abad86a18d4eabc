import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { falseHolds } from '@/lib/relevance/learned/false-holds';
import { FEWEST_OF_EACH, MODEL_VERSION } from '@/lib/relevance/learned/model';
import { HOLD_AT } from '@/lib/screening/learned';

export interface LanguageState {
  language: string;
  wanted: number;
  unwanted: number;
  /** Whether enough of each was decided for the filter to say anything. */
  known: boolean;
}

export interface Teacher {
  name: string;
  handle: string;
  wanted: number;
  unwanted: number;
  leftOut: boolean;
}

export interface FilterState {
  version: number;
  /** Decisions that are learned. */
  decisions: number;
  lastDecisionAt: Date | null;
  /** When weights were last stored. */
  storedAt: Date | null;
  languages: LanguageState[];
  falseHolds: ReturnType<typeof falseHolds>;
  teachers: Teacher[];
}

/** Decisions that false holds are counted over: the newest. */
const LATEST = 20_000;

/** What the learned filter knows, by whom, and whom it wrongs; for the site's moderators. @throws Refused `not-found` */
export async function filterState(member: Member): Promise<FilterState> {
  if (!isSiteModerator(member)) throw new Refused('not-found');
  const learned = { leftOut: false, superseded: false, unwanted: { not: null } };
  const [languages, judged, last, stored, people] = await Promise.all([
    db.filterDecision.groupBy({ by: ['language', 'unwanted'], where: learned, _count: true }),
    db.filterDecision.findMany({
      where: { ...learned, probability: { not: null } },
      orderBy: { sequence: 'desc' },
      take: LATEST,
      select: { language: true, accountDays: true, probability: true, unwanted: true },
    }),
    db.filterDecision.aggregate({ where: learned, _count: true, _max: { createdAt: true } }),
    db.filterModel.findFirst({ orderBy: [{ rewrites: 'desc' }, { upTo: 'desc' }], select: { createdAt: true } }),
    teachers(),
  ]);
  return {
    version: MODEL_VERSION,
    decisions: last._count,
    lastDecisionAt: last._max.createdAt,
    storedAt: stored?.createdAt ?? null,
    languages: byLanguage(languages),
    falseHolds: falseHolds(
      judged.map((one) => ({ ...one, unwanted: one.unwanted === true })),
      HOLD_AT,
    ),
    teachers: people,
  };
}

function byLanguage(rows: readonly { language: string; unwanted: boolean | null; _count: number }[]): LanguageState[] {
  const groups = Map.groupBy(rows, ({ language }) => language);
  const states = [...groups].map(([language, all]) => {
    const of = (kind: boolean) => all.find(({ unwanted }) => unwanted === kind)?._count ?? 0;
    const [wanted, unwanted] = [of(false), of(true)];
    return { language, wanted, unwanted, known: Math.min(wanted, unwanted) >= FEWEST_OF_EACH };
  });
  return states.sort((a, b) => a.language.localeCompare(b.language));
}

/** Whoever decided anything, and whoever is left out. */
async function teachers(): Promise<Teacher[]> {
  const [people, counts] = await Promise.all([
    db.member.findMany({
      where: { OR: [{ taught: { some: {} } }, { leftOut: { isNot: null } }] },
      select: { id: true, name: true, handle: true, leftOut: { select: { createdAt: true } } },
      orderBy: { handle: 'asc' },
    }),
    db.filterDecision.groupBy({ by: ['moderatorId', 'unwanted'], _count: true }),
  ]);
  const of = (id: string, kind: boolean) => counts.find((row) => row.moderatorId === id && row.unwanted === kind)?._count ?? 0;
  return people.map(({ id, leftOut, ...person }) => ({
    ...person,
    wanted: of(id, false),
    unwanted: of(id, true),
    leftOut: leftOut !== null,
  }));
}
