import { useBreakpoints } from "@shopify/polaris";
import type { ReactNode } from "react";

type Column = { heading: string; numeric?: boolean };
type Row = { key: string; cells: ReactNode[] };
type Given = { caption: string; columns: Column[]; rows: Row[] };

/** A few rows to read and not to work with; the first cell names its row. On a phone each row is a list of what it says. */
export function SmallTable({ caption, columns, rows }: Given) {
  const { smDown } = useBreakpoints();
  if (smDown) return <StackedRows caption={caption} columns={columns} rows={rows} />;
  return (
    <table className="attune-table" aria-label={caption}>
      <thead>
        <tr>
          {columns.map(({ heading, numeric }) => (
            <th key={heading} scope="col" data-numeric={numeric || undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={columns[at + 1]?.heading} data-numeric={columns[at + 1]?.numeric || undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StackedRows({ caption, columns, rows }: Given) {
  return (
    <ul className="attune-stacked" aria-label={caption}>
      {rows.map(({ key, cells: [name, ...cells] }) => (
        <li key={key}>
          <strong>{name}</strong>
          <dl>
            {cells.map((cell, at) => (
              <div key={columns[at + 1]?.heading}>
                <dt>{columns[at + 1]?.heading}</dt>
                <dd>{cell}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
