import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useRef } from 'react';

/** A dialog that is there from its first moment to its last; when it goes, the keyboard is back where it was before. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const { current } = before;
    return () => {
      if (current instanceof HTMLElement) current.focus();
    };
  }, []);
  return <Modal opened {...props} />;
}
