import accounts from './accounts.json';
import appeals from './appeals.json';
import blogs from './blogs.json';
import comments from './comments.json';
import disputes from './disputes.json';
import earn from './earn.json';
import editor from './editor.json';
import epochs from './epochs.json';
import errors from './errors.json';
import filter from './filter.json';
import holds from './holds.json';
import mail from './mail.json';
import moderation from './moderation.json';
import notifications from './notifications.json';
import payouts from './payouts.json';
import phrases from './phrases.json';
import posts from './posts.json';
import queue from './queue.json';
import reading from './reading.json';
import sanctions from './sanctions.json';
import site from './site.json';
import statement from './statement.json';
import subscriptions from './subscriptions.json';

export const en = {
  site,
  errors,
  accounts,
  mail,
  blogs,
  posts,
  editor,
  subscriptions,
  comments,
  moderation,
  appeals,
  earn,
  epochs,
  filter,
  holds,
  notifications,
  payouts,
  phrases,
  queue,
  reading,
  sanctions,
  statement,
  disputes,
};
