export const BLOG_COLOURS = ['ember', 'sea', 'moss', 'plum', 'ochre', 'slate'] as const;
export type BlogColour = (typeof BLOG_COLOURS)[number];

export const BLOG_ROLES = ['owner', 'editor', 'writer', 'moderator'] as const;
export type BlogRole = (typeof BLOG_ROLES)[number];

/** How much *Most relevant* leaves out; the owner's choice. */
export const FILTER_LEVELS = ['off', 'light', 'standard', 'strict'] as const;
export type FilterLevel = (typeof FILTER_LEVELS)[number];

export interface BlogView {
  id: string;
  handle: string;
  name: string;
  description: string;
  language: string;
  colour: BlogColour;
}

export const blogPath = (blog: { handle: string }): string => `/@${blog.handle}`;
