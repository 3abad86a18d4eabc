import type { ReactNode } from 'react';
import { classes } from './classes';

interface InPlaceProps {
  /** What stands there until `own` is known; its room is kept. */
  first: ReactNode;
  own: ReactNode | null;
  className?: string;
}

/** Puts what is somebody's own in the place of what everyone is sent, so that nothing around it moves. */
export function InPlace({ first, own, className }: InPlaceProps) {
  return (
    <div className={classes('grid', className)}>
      <div className={classes('col-start-1 row-start-1', own !== null && 'invisible')} inert={own !== null}>
        {first}
      </div>
      {own === null ? null : <div className="col-start-1 row-start-1 self-center">{own}</div>}
    </div>
  );
}
