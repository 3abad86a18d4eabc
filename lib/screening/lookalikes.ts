/** Small capitals are letters of their own to Unicode, and have no compatibility form. */
export const SMALL_CAPITALS: Readonly<Record<string, string>> = pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz');

// Lower case, as texts are folded before: by their looks, not by their sounds.
const CYRILLIC = pairs('авеікмнорстухѕјԁԛԝһӏгпь', 'abeikmhopctyxsjdqwhlrnb');
const GREEK = pairs('αβγεηικμνορτυχωϲ', 'abyenikuvoptuxwc');
const BACK = pairs('abeikmhopctyxsj', 'авеікмнорстухѕј');

/** A word of mixed scripts as if its Cyrillic and Greek letters were the Latin ones that they look like. */
export const latinised = (word: string): string => word.replace(/[^a-z0-9]/g, (letter) => CYRILLIC[letter] ?? GREEK[letter] ?? letter);

/** The other way round, for Russian words written with Latin letters among them. */
export const cyrillised = (word: string): string => word.replace(/[a-z]/g, (letter) => BACK[letter] ?? letter);

function pairs(from: string, to: string): Record<string, string> {
  const looks = [...to];
  return Object.fromEntries([...from].map((letter, at) => [letter, looks[at] ?? letter]));
}
