import type { SiteRole } from './actor';

/** How the audit says that somebody's role was changed, from what to what. */
export const roleChanged = (handle: string, from: SiteRole, to: SiteRole): string => `${handle}: ${from} → ${to}`;

/** What stands in it where an admin is none any more. */
export const ROLE_TAKEN = ': admin → ';
