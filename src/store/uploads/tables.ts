/** Tables of uploads. JSON columns are text; originals are kept in the database, so that a backup is one file. */
export interface UploadTables {
  /** Original files by the SHA-256 of their bytes. */
  blobs: { sha256: string; bytes: Buffer; added_at: string };
  uploads: {
    id: string;
    revision: number;
    state: string;
    by_whom: string;
    department: string | null;
    channel: string;
    file_name: string;
    sha256: string;
    size: number;
    scope: string;
    corrected: string;
    keep_personal: number;
    /** JSON list of relation keys ("replaces 12/2020/QĐ-UBND"). */
    struck_out: string;
    approval: string | null;
    decided_by: string | null;
    reason: string | null;
    result: string | null;
    /** The text as read (`ReadValue`), until the upload is settled. */
    read: string | null;
    created_at: string;
    updated_at: string;
  };
  /** The original file behind the version of a document that an upload gave. */
  originals: {
    document_id: string;
    upload: string;
    sha256: string;
    file_name: string;
    /** 1 when the text was masked: the file itself still shows personal data. */
    unmasked: number;
  };
}
