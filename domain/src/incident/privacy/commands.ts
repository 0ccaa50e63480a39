export type PrivacyCommand =
  | { readonly type: 'ErasePersonalData'; readonly data: { readonly reason: string } }
  /** From the policy `erasure`: destroys what the record says is erased, should that have been cut short. */
  | { readonly type: 'DestroyPersonalKeys'; readonly data: Record<never, never> };
