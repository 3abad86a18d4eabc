/** The demo town as data: who lives there, what they write, what they answer. */

export type TownLanguage = 'en' | 'vi' | 'ar';

export interface TownPerson {
  /** Short name by which the rest of the town's data refers to this person. */
  key: string;
  name: string;
  handle: string;
  /** Always under `town.example`, so no mail can leave the machine. */
  email: string;
  bio: string;
  language: TownLanguage;
  role: 'member' | 'moderator' | 'admin';
  joinedDaysAgo: number;
}

export type BlogColour = 'ember' | 'sea' | 'moss' | 'plum' | 'ochre' | 'slate';

export interface TownBlog {
  name: string;
  handle: string;
  description: string;
  language: TownLanguage;
  colour: BlogColour;
  owner: string;
  others: readonly { person: string; role: 'editor' | 'writer' | 'moderator' }[];
}

export interface TownPicture {
  /** Name of a drawing in `pictures.ts`. */
  picture: string;
  alt: string;
  caption: string;
  credit: string;
}

export interface TownPost {
  blog: string;
  author: string;
  slug: string;
  title: string;
  standfirst: string;
  tags: readonly string[];
  /** Null for a draft. */
  publishedDaysAgo: number | null;
  cover: TownPicture | null;
  /** Small Markdown: paragraphs, `##`, `###`, `>`, lists, fences, `**`, `*`, links. */
  body: string;
}

export interface TownComment {
  by: string;
  body: string;
  /** After the post's publication. */
  minutesAfter: number;
  up?: readonly string[];
  down?: readonly string[];
  status?: 'held' | 'removed' | 'withdrawn';
  reports?: readonly { by: string; reason: 'spam' | 'unkind' | 'off-topic' | 'illegal' | 'other' }[];
  replies?: readonly TownComment[];
}

export interface TownThread {
  /** Slug of the post. */
  post: string;
  comments: readonly TownComment[];
}
