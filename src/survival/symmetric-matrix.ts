/** A symmetric matrix of a likelihood -> its inverse, the solution of a system in it, or the row that depends on others. */
import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** x with A x = b, for A symmetric and positive definite. NaN where it is not. */
export function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const factored = factor(matrix);
  if (!factored.isPositiveDefinite()) return right.map(() => Number.NaN);
  return factored.solve(Matrix.columnVector(right as number[])).to1DArray();
}

/** The inverse, null where the matrix is not positive definite. */
export function invert(matrix: readonly number[][]): number[][] | null {
  const factored = factor(matrix);
  if (!factored.isPositiveDefinite()) return null;
  return factored.solve(Matrix.eye(matrix.length)).to2DArray();
}

/** Of the lower triangle, since sums in another order may differ in their last bits. */
function factor(matrix: readonly number[][]): CholeskyDecomposition {
  return new CholeskyDecomposition(
    new Matrix(matrix.map((row, a) => row.map((value, b) => (b > a ? matrix[b]![a]! : value)))),
  );
}

/**
 * The first row that is, but for a share of `tolerance`, a combination of the rows before it; -1 where none is.
 * Cholesky's pivots, each relative to its diagonal, are one less the squared multiple correlation with those before.
 */
export function dependentRow(matrix: readonly number[][], tolerance = 1e-10): number {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let row = 0; row < matrix.length; row++) {
    for (let column = 0; column < row; column++) {
      lower[row]![column] = (matrix[row]![column]! - product(lower, row, column)) / lower[column]![column]!;
    }
    const pivot = matrix[row]![row]! - product(lower, row, row);
    if (!(pivot > tolerance * matrix[row]![row]!)) return row;
    lower[row]![row] = Math.sqrt(pivot);
  }
  return -1;
}

function product(lower: readonly number[][], row: number, column: number): number {
  let sum = 0;
  for (let at = 0; at < column; at++) sum += lower[row]![at]! * lower[column]![at]!;
  return sum;
}

/** vᵀ A v. */
export function quadraticForm(matrix: readonly number[][], vector: readonly number[]): number {
  return matrix.reduce(
    (sum, row, a) => sum + vector[a]! * row.reduce((inner, value, b) => inner + value * vector[b]!, 0),
    0,
  );
}
