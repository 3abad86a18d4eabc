'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { keepLine, lineIsOff } from './line-kept';

/** Switches the line under posts on or off, on this device. Without scripts there is no line, and no switch. */
export function LineSwitch({ words }: { words: { show: string; hide: string; note: string } }) {
  const [off, setOff] = useState<boolean | null>(null);
  useEffect(() => setOff(lineIsOff()), []);
  if (off === null) return null;
  const turn = () => {
    keepLine(off);
    setOff(!off);
  };
  return (
    <div className="grid gap-1">
      <div>
        <Button type="button" onClick={turn}>
          {off ? words.show : words.hide}
        </Button>
      </div>
      <p className="text-[13px] text-faint">{words.note}</p>
    </div>
  );
}
