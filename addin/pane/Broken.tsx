import { Component } from "react";
import type { ReactNode } from "react";

type Props = { readonly fallback: ReactNode; readonly children: ReactNode };

/** Shows the fallback when a screen could not be fetched or drawn, instead of a blank pane. */
export class Broken extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
