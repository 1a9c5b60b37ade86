/** The few drawings that the pane needs; they say nothing that is not also written. */
function Icon({ path }: { path: string }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

export const BackIcon = () => <Icon path="M16 10H4M9 4.5 3.5 10 9 15.5" />;
export const CloseIcon = () => <Icon path="m5 5 10 10M15 5 5 15" />;
export const AddIcon = () => <Icon path="M10 4v12M4 10h12" />;
