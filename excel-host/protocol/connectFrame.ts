import { connect, type Connection, type ConnectionOptions } from "./connection";

/** Connects the add-in that runs in a frame of this page. Its name must be frameName(…) before it is loaded. */
export function connectFrame(
  frame: HTMLIFrameElement,
  options: Omit<ConnectionOptions, "post" | "origin">,
): Connection {
  const connection = connect({
    ...options,
    origin: window.location.origin,
    post: (message) => frame.contentWindow?.postMessage(message, new URL(frame.src).origin),
  });
  const receive = ({ source, data }: MessageEvent): void => {
    if (source === frame.contentWindow) connection.receive(data);
  };
  window.addEventListener("message", receive);
  return {
    ...connection,
    close: () => {
      window.removeEventListener("message", receive);
      connection.close();
    },
  };
}
