"""The tests. Matrices are small here too: one thread of BLAS is faster than several, which is read when numpy loads."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
