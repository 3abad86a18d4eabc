import type { BlogRole } from './view';

// Questions about someone's role in one blog; null is no role.
export const canWriteIn = (role: BlogRole | null): boolean => role === 'owner' || role === 'editor' || role === 'writer';
export const canEditAnyPost = (role: BlogRole | null): boolean => role === 'owner' || role === 'editor';
export const canModerateBlog = (role: BlogRole | null): boolean => role === 'owner' || role === 'editor' || role === 'moderator';
export const canManageBlog = (role: BlogRole | null): boolean => role === 'owner';
