/** Of so many beats of an opening it is kept what was in view in each: enough to know a script by, and no more. */
export const TRACED = 30;
