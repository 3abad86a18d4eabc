import { type Desk, type Made, type Polled, type Standing, standingOf, type Told, waits } from './desk';

/** What one item's decision came to; one that is not saved waits again, with what was typed. */
export function answered(desk: Desk, batchId: string, told: Told): Desk {
  const standing = standingOf(desk, told.id);
  // Undone meanwhile.
  if (standing.kind !== 'sending' || standing.made.batchId !== batchId) return desk;
  const { made } = standing;
  if (told.kind === 'done') return moved(desk, told.id, { kind: 'done', made }, told.seen);
  const left = { ...desk, made: without(desk.made, batchId, told.id), said: told.said };
  if (told.kind === 'already') return moved(left, told.id, { kind: 'told', said: told.said });
  const waiting = moved(left, told.id, { kind: 'waiting', error: told.said, kept: made });
  return waiting.focus ? waiting : { ...waiting, focus: told.id, turn: waiting.turn + 1 };
}

/** What one item's undoing came to; where nobody answered, the decision stands as it was. */
export function undone(desk: Desk, told: Told): Desk {
  const standing = standingOf(desk, told.id);
  if (standing.kind !== 'waiting') return desk;
  if (told.kind === 'done') return moved(desk, told.id, { kind: 'waiting' }, told.seen);
  const now = { ...desk, said: told.said };
  if (told.kind !== 'unsent') return moved(now, told.id, { kind: 'told', said: told.said });
  const { undoing } = standing;
  if (!undoing) return moved(now, told.id, { kind: 'waiting', error: told.said });
  return moved({ ...now, made: [...now.made, undoing] }, told.id, { kind: 'done', made: undoing, error: told.said });
}

/** What another moderator did with an item meanwhile, and who looks at it. */
export function polled(desk: Desk, { id, looking, decision }: Polled): Desk {
  const now = { ...desk, looking: { ...desk.looking, [id]: looking } };
  const standing = standingOf(desk, id);
  if (!decision || decision.id === desk.seen[id]) return now;
  if (decision.undone) return standing.kind === 'told' || waits(desk, id) ? moved(now, id, { kind: 'waiting' }, decision.id) : now;
  if (standing.kind !== 'waiting') return now;
  const told = moved(now, id, { kind: 'told', said: decision.said });
  return { ...told, picked: told.picked.filter((one) => one !== id), said: decision.said };
}

/** The decisions that can still be undone, without this one about this item. */
function without(all: readonly Made[], batchId: string, id: string): readonly Made[] {
  return all.flatMap((made) => {
    if (made.batchId !== batchId) return [made];
    const ids = made.ids.filter((one) => one !== id);
    return ids.length > 0 ? [{ ...made, ids }] : [];
  });
}

const moved = (desk: Desk, id: string, standing: Standing, seen = desk.seen[id] ?? ''): Desk => ({
  ...desk,
  standing: { ...desk.standing, [id]: standing },
  seen: { ...desk.seen, [id]: seen },
});
