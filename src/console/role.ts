/** Who somebody is at the console. `staff` mend problems; the `owner` may do everything. */
export type Role = 'staff' | 'owner';
