import { Component, type ReactNode } from 'react';
import { Crashed } from './Crashed.tsx';

/** Keeps one failing screen from taking the header and the clock with it. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}
