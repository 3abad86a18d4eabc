import { NothingHere } from '@/components/viewer/nothing-here';

export default function NotFound() {
  return <NothingHere />;
}
