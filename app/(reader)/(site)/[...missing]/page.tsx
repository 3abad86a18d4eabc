import { notFound } from 'next/navigation';

export default function Anything(): never {
  notFound();
}
