'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { follow } from '@/lib/accounts/commands/follow';
import { next } from '@/lib/accounts/schema';
import { currentActor } from '@/lib/accounts/session';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { mute } from '@/lib/comments/commands/mute';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { vote } from '@/lib/comments/commands/vote';
import { type Answer, answer } from '@/lib/core/answer';
import { appeal } from '@/lib/moderation/commands/appeal';
import { decide } from '@/lib/moderation/commands/decide';
import { mark, trustVotes } from '@/lib/moderation/commands/thread';

export async function replyAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const { id } = await postComment(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/comments/${id}`);
  });
}

export async function editAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const edited = await editComment(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return edited;
  });
}

export async function withdrawAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await withdrawComment(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/comments/${String(form.get('commentId'))}`);
  });
}

export async function reportAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await reportComment(requireMember(await currentActor()), Object.fromEntries(form));
    return null;
  });
}

export async function takeVoteBackAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await vote(requireMember(await currentActor()), { commentId: String(form.get('commentId')), value: 0 });
    redirect(`/comments/${String(form.get('commentId'))}`);
  });
}

export async function muteAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await mute(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/comments/${String(form.get('back'))}`);
  });
}

export async function followAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await follow(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/comments/${String(form.get('back'))}`);
  });
}

export async function removeAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await decide(requireMember(await currentActor()), { ...Object.fromEntries(form), decision: 'remove' });
    redirect(next.parse(form.get('back')));
  });
}

export async function markAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await mark(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/comments/${String(form.get('commentId'))}`);
  });
}

export async function trustVotesAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await trustVotes(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/comments/${String(form.get('commentId'))}`);
  });
}

export async function appealAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await appeal(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return null;
  });
}
