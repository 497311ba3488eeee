import type { ReactNode } from "react";

type Column = { heading: string; numeric?: boolean };
type Row = { key: string; cells: ReactNode[] };
type Given = { caption: string; columns: Column[]; rows: Row[] };

/** A few rows to read and not to work with; the first cell names its row. Roles are said: laid out as blocks a table has none. */
export function SmallTable({ caption, columns, rows }: Given) {
  return (
    <table className="attune-table" role="table" aria-label={caption}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ heading, numeric }) => (
            <th key={heading} role="columnheader" scope="col" data-numeric={numeric || undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key} role="row">
            <th role="rowheader" scope="row">
              {name}
            </th>
            {cells.map((cell, at) => (
              <td
                key={columns[at + 1]?.heading}
                role="cell"
                data-heading={columns[at + 1]?.heading}
                data-numeric={columns[at + 1]?.numeric || undefined}
              >
                <span>{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
