/** Room for the items of a long list that are not drawn. */
export function Gap({ height, as: Tag }: { height: number; as: 'li' | 'div' }) {
  return <Tag className="list-gap" aria-hidden="true" style={{ height }} />;
}
