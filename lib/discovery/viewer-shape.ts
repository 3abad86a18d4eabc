/** What `GET /api/viewer` answers: all that differs per person on a public page. */
export interface Viewer {
  member: { id: string; name: string; handle: string; role: 'member' | 'moderator' | 'admin' } | null;
  canWrite: boolean;
  subscribedBlogIds: string[];
  reacted: boolean;
  bookmarked: boolean;
  votes: Record<string, 1 | -1>;
  ownComments: {
    id: string;
    parentId: string | null;
    body: string;
    /** Milliseconds. */
    at: number;
    status: 'held' | 'visible' | 'rejected' | 'removed' | 'withdrawn';
    reason: string;
    /** Why *Most relevant* leaves it out. */
    filtered: 'votes' | 'reports' | 'unwanted' | null;
  }[];
  mutedIds: string[];
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
  /** Notifications that were not read; at most 100. */
  unread: number;
  /** Whether reading may be measured; null for who was not asked yet. */
  measured: boolean | null;
  /** Seconds that were credited today, UTC; 0 where nothing is measured. */
  readToday: number;
}
