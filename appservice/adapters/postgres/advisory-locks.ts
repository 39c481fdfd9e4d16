/** The advisory locks of this service; no two may share a number within one database. */
export const advisoryLocks = {
  /** Changes of the schema at start. */
  migrations: 1_712_001,
  /** Units of work of all replicas, one after the other. */
  unitOfWork: 1_712_002,
  /** The process that dispatches, encrypts and consumes transactions (design 11). */
  singleWriter: 1_712_003,
} as const;
