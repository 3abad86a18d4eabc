/** What `GET /api/viewer` answers: all that differs per person on a public page. */
export interface Viewer {
  member: { id: string; name: string; handle: string; role: 'member' | 'moderator' | 'admin' } | null;
  canWrite: boolean;
  subscribedBlogIds: string[];
  reacted: boolean;
  bookmarked: boolean;
  /** Under this post; the latest thousand. */
  votes: Record<string, 1 | -1>;
  /** Under this post; the latest two hundred. */
  ownComments: {
    id: string;
    parentId: string | null;
    /** Empty for what stands where everyone reads it and is older than an hour. */
    body: string;
    /** Milliseconds. */
    at: number;
    status: 'held' | 'visible' | 'rejected' | 'removed' | 'withdrawn';
    /** Why it waits, in the page's language; empty when it does not. */
    because: string;
    /** Why *Most relevant* leaves it out. */
    filtered: 'votes' | 'reports' | 'unwanted' | null;
  }[];
  mutedIds: string[];
  /** Of this thread, where people they muted wrote in it; null otherwise. */
  muted: {
    /** How many comments others wrote, in the words of the page. */
    heading: string;
    /** How many of those whom they muted *Most relevant* leaves out. */
    leftOut: number;
  } | null;
  /** What *Most relevant* leaves out of people they follow, ready to be shown. */
  followed: {
    id: string;
    authorId: string;
    name: string;
    body: string;
    at: string;
    /** In the words of the page. */
    date: string;
    edited: boolean;
    ups: number;
    downs: number;
  }[];
  canModerate: boolean;
  /** The post is theirs. */
  isWriter: boolean;
  /** Notifications that were not read, of what is shown and by nobody whom they muted; at most 100. */
  unread: number;
  /** Whether reading may be measured; null for who was not asked yet. */
  measured: boolean | null;
  /** Seconds that were credited today, UTC; 0 where nothing is measured. */
  readToday: number;
}
