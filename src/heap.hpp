#pragma once

namespace gradus {

// Makes the first 2 MiB that the program allocates one huge page, where the system has them. A page
// of 4 KiB costs the kernel some 13 µs when it is first touched, and a command touches 150; a huge
// page costs as much as ten of them (docs/benchmarks.md). Call it before anything large is
// allocated.
void lay_out_heap();

}  // namespace gradus
