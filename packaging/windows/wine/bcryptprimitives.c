/* Wine 8 has no bcryptprimitives.dll: what Rust's libraries ask of it is random bytes. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL ProcessPrng(void *bytes, SIZE_T size)
{
    return RtlGenRandom(bytes, (ULONG)size);
}
