import type { TownPost } from './shape';
import { alaMahlPosts } from './posts/ala-mahl';
import { backBurnerPosts } from './posts/back-burner';
import { benSongPosts } from './posts/ben-song';
import { ktOnlinePosts } from './posts/kt-online';
import { ktOnlineFurtherPosts } from './posts/kt-online-further';
import { lowTidePosts } from './posts/low-tide';
import { lowTideFurtherPosts } from './posts/low-tide-further';
import { plainMachinesPosts } from './posts/plain-machines';
import { plainMachinesFurtherPosts } from './posts/plain-machines-further';

export const posts: readonly TownPost[] = [
  ...ktOnlinePosts,
  ...ktOnlineFurtherPosts,
  ...lowTidePosts,
  ...lowTideFurtherPosts,
  ...plainMachinesPosts,
  ...plainMachinesFurtherPosts,
  ...benSongPosts,
  ...alaMahlPosts,
  ...backBurnerPosts,
];
