<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>BackgroundBackups</name>
    <message>
        <source>Disk nearly full: fewer backups are kept</source>
        <translation>Disk hampir penuh: cadangan yang disimpan lebih sedikit</translation>
    </message>
    <message>
        <source>The stick for the backups is missing: {0}</source>
        <translation>Flashdisk cadangan tidak ada: {0}</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>a due date differs from its visits</source>
        <translation>tanggal jatuh tempo berbeda dari servisnya</translation>
    </message>
    <message>
        <source>a plate or a name is filed wrongly</source>
        <translation>ada nopol atau nama yang salah tersusun</translation>
    </message>
    <message>
        <source>an entry belongs to one that is not there</source>
        <translation>ada catatan yang induknya tidak ada</translation>
    </message>
    <message>
        <source>saved by hand</source>
        <translation>disimpan sendiri</translation>
    </message>
    <message>
        <source>second place</source>
        <translation>tempat kedua</translation>
    </message>
    <message>
        <source>the file itself is damaged</source>
        <translation>berkasnya sendiri rusak</translation>
    </message>
    <message>
        <source>the search misses a vehicle</source>
        <translation>ada kendaraan yang tidak ditemukan pencarian</translation>
    </message>
    <message>
        <source>the summary of a vehicle differs from its visits</source>
        <translation>ringkasan kendaraan berbeda dari servisnya</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Servis terakhir</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Dibuat karena</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>pemulihan</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>impor</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>versi baru</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>otomatis</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>komputer ini</translation>
    </message>
    <message>
        <source>visits on days still to come</source>
        <translation>kunjungan pada hari yang belum tiba</translation>
    </message>
    <message>
        <source>Not all is well: {0}. Restore the last backup; what the file holds now is kept beside it.</source>
        <translation>Ada yang rusak: {0}. Pulihkan cadangan terakhir; isi berkas yang sekarang tetap disimpan di sebelahnya.</translation>
    </message>
    <message>
        <source>Not everything agrees: {0}. The visits themselves are unharmed.</source>
        <translation>Ada yang tidak cocok: {0}. Catatan servisnya sendiri utuh.</translation>
    </message>
    <message>
        <source>Only this is wrong: {0}. What was entered is all there, and the file as it is now is kept before it is repaired.</source>
        <translation>Hanya ini yang salah: {0}. Semua yang dimasukkan masih ada, dan berkas yang sekarang disimpan dulu sebelum diperbaiki.</translation>
    </message>
    <message>
        <source>a number differs from what was typed</source>
        <translation>satu nomor berbeda dari yang diketik</translation>
    </message>
    <message>
        <source>an entry can not be read</source>
        <translation>ada catatan yang tidak terbaca</translation>
    </message>
    <message>
        <source>an index is damaged</source>
        <translation>satu indeks rusak</translation>
    </message>
    <message>
        <source>another program altered the file</source>
        <translation>program lain mengubah berkasnya</translation>
    </message>
    <message>
        <source>damaged file</source>
        <translation>berkas rusak</translation>
    </message>
    <message>
        <source>somebody owned a vehicle until before he had it</source>
        <translation>ada pemilik yang kepemilikannya berakhir sebelum dimulai</translation>
    </message>
    <message>
        <source>All agrees, but there are {0}. The list of work orders shows them first.</source>
        <translation>Semuanya cocok, tetapi ada {0}. Daftar pekerjaan menampilkannya paling atas.</translation>
    </message>
    <message>
        <source>All is well: every entry can be read; summaries, due dates and search agree with the visits.</source>
        <translation>Semua beres: setiap catatan terbaca; ringkasan, jatuh tempo, dan pencarian cocok dengan servisnya.</translation>
    </message>
    <message>
        <source>the words of a visit differ from its lines</source>
        <translation>kata-kata satu servis berbeda dari barisnya</translation>
    </message>
    <message>
        <source>phone numbers that an older version read otherwise</source>
        <translation>nomor telepon yang dibaca lain oleh versi lama</translation>
    </message>
    <message>
        <source>All agrees, but there are {0}. Import the book again, or type them anew in the form.</source>
        <translation>Semuanya cocok, tetapi ada {0}. Impor bukunya sekali lagi, atau ketik ulang di formulir.</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>&amp;Restore it</source>
        <translation>&amp;Ya, pulihkan</translation>
    </message>
    <message>
        <source>&amp;Work it out anew</source>
        <translation>&amp;Hitung ulang</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Cadangkan sekarang…</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Cadangkan ke</translation>
    </message>
    <message>
        <source>Backed up and proved: {0} ({1}).</source>
        <translation>Sudah dicadangkan dan diperiksa: {0} ({1}).</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Mencadangkan…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan data</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Periksa berkas</translation>
    </message>
    <message>
        <source>Checking every entry…</source>
        <translation>Memeriksa semua catatan…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>No automatic backup yet</source>
        <translation>Belum ada cadangan otomatis</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Restore another file…</source>
        <translation>Dari berkas lain…</translation>
    </message>
    <message>
        <source>Restored. What the file held before is kept in {0}.</source>
        <translation>Sudah dipulihkan. Isi sebelumnya disimpan di {0}.</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Memulihkan…</translation>
    </message>
    <message>
        <source>Shop file (*.db)</source>
        <translation>Berkas bengkel (*.db)</translation>
    </message>
    <message>
        <source>The first one is made when the program is closed after something was entered.</source>
        <translation>Cadangan pertama dibuat saat program ditutup setelah ada data yang dimasukkan.</translation>
    </message>
    <message>
        <source>The last check is still under way. Try again in a moment.</source>
        <translation>Pemeriksaan yang tadi masih berjalan. Coba lagi sebentar.</translation>
    </message>
    <message>
        <source>The shop&apos;s file will hold what the backup {0} holds; what was entered after it is no longer shown. What the file holds now is backed up first, so that you can go back to it.</source>
        <translation>Isi berkas bengkel akan diganti dengan isi cadangan {0}; yang dimasukkan sesudahnya tidak tampil lagi. Isi yang sekarang dicadangkan dulu, jadi Anda bisa kembali ke sana.</translation>
    </message>
    <message>
        <source>Working everything out anew…</source>
        <translation>Menghitung ulang semuanya…</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>dari {0}</translation>
    </message>
    <message>
        <source>Less than 2 GB is free on this disk: fewer are kept.</source>
        <translation>Ruang kosong di disk ini kurang dari 2 GB: yang disimpan lebih sedikit.</translation>
    </message>
    <message>
        <source>Made by themselves every half hour in which something changed, at the end, and before every import; the newest twelve are kept beside the shop&apos;s file, and the last of each of seven days, ten weeks and nine months. A broken computer takes them along.</source>
        <translation>Dibuat sendiri tiap setengah jam kalau ada yang berubah, saat program ditutup, dan sebelum tiap impor. Dua belas yang terbaru disimpan di sebelah berkas bengkel, ditambah yang terakhir dari tujuh hari, sepuluh minggu, dan sembilan bulan. Kalau komputernya rusak, semuanya ikut hilang.</translation>
    </message>
    <message>
        <source>&amp;Throw it away</source>
        <translation>&amp;Buang</translation>
    </message>
    <message>
        <source>The damaged file is gone.</source>
        <translation>Berkas rusak sudah dibuang.</translation>
    </message>
    <message>
        <source>The file that was damaged before the restore on {0} ({1}) is kept for whoever knows how to save something out of it. Once thrown away it is gone for good.</source>
        <translation>Berkas rusak dari sebelum pemulihan {0} ({1}) disimpan untuk orang yang bisa menyelamatkan sebagian isinya. Kalau dibuang, tidak bisa kembali.</translation>
    </message>
    <message>
        <source>Throw away…</source>
        <translation>Buang…</translation>
    </message>
    <message>
        <source>Making the indexes anew…</source>
        <translation>Membuat ulang indeks…</translation>
    </message>
    <message>
        <source>&amp;Repair it</source>
        <translation>&amp;Perbaiki</translation>
    </message>
</context>
<context>
    <name>Bin</name>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Yang dihapus</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Servis</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>Bin</source>
        <translation>Tempat sampah</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Tidak ada yang dihapus.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Removed entries</source>
        <translation>Yang dihapus</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>Tempat sampah kosong</translation>
    </message>
    <message>
        <source>What was removed lies here until it is put back.</source>
        <translation>Yang dihapus ada di sini sampai dikembalikan.</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n orang</numerusform>
        </translation>
    </message>
    <message>
        <source>Call list {0}</source>
        <translation>Daftar telepon {0}</translation>
    </message>
    <message>
        <source>Last note</source>
        <translation>Catatan terakhir</translation>
    </message>
    <message>
        <source>Late from before {0}</source>
        <translation>Terlambat sejak sebelum {0}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Page {0} of</source>
        <translation>Halaman {0} dari</translation>
    </message>
    <message>
        <source>Tick what came of it. Type it back by number and key, or with the form.</source>
        <translation>Centang hasilnya. Ketik kembali dengan nomor dan angka 1–6, atau lewat formulir Excel.</translation>
    </message>
    <message>
        <source>Until / note</source>
        <translation>Sampai / catatan</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>What is due, and by when</source>
        <translation>Apa yang jatuh tempo, dan kapan</translation>
    </message>
    <message>
        <source>Who, and their phone</source>
        <translation>Siapa, dan nomornya</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>pada {0}</translation>
    </message>
    <message>
        <source>at {0}, now about {1}</source>
        <translation>pada {0}, kini sekitar {1}</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>lanjutan</translation>
    </message>
    <message>
        <source>last here {0}</source>
        <translation>terakhir {0}</translation>
    </message>
    <message>
        <source>no phone number</source>
        <translation>tanpa nomor telepon</translation>
    </message>
    <message>
        <source>printed on {0}</source>
        <translation>dicetak {0}</translation>
    </message>
    <message>
        <source>{0} (continued)</source>
        <translation>{0} (lanjutan)</translation>
    </message>
    <message>
        <source>Sheet {0}: number 12 is typed back as {0}-12</source>
        <translation>Lembar {0}: nomor 12 diketik kembali sebagai {0}-12</translation>
    </message>
    <message>
        <source>also {0} {1}</source>
        <translation>juga {0} {1}</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Also due</source>
        <translation>Juga jatuh tempo</translation>
    </message>
    <message>
        <source>Engine oil</source>
        <translation>Oli mesin</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Last work order</source>
        <translation>Servis terakhir</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>Servis berikutnya</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Regular mechanic</source>
        <translation>Montir langganan</translation>
    </message>
    <message>
        <source>The owner has no number for WhatsApp.</source>
        <translation>Pemilik belum punya nomor WhatsApp.</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>sekitar {0}</translation>
    </message>
    <message>
        <source>about {0} over</source>
        <translation>lewat ± {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} dari {1}</translation>
    </message>
    <message>
        <source>{0} (wrong number)</source>
        <translation>{0} (salah nomor)</translation>
    </message>
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Engine oil</source>
        <translation>Oli mesin</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Servis terakhir</translation>
    </message>
    <message>
        <source>Make and model not known</source>
        <translation>Merek dan tipe belum diketahui</translation>
    </message>
    <message>
        <source>Move this vehicle to the bin</source>
        <translation>Pindahkan kendaraan ini ke tempat sampah</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Servis berikutnya</translation>
    </message>
    <message>
        <source>Regular mechanic</source>
        <translation>Montir langganan</translation>
    </message>
    <message>
        <source>WhatsApp message</source>
        <translation>Pesan WA</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Formerly {0}</source>
        <translation>Dulu {0}</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Gone since {0}</source>
        <translation>Tidak ada lagi sejak {0}</translation>
    </message>
    <message>
        <source>Not to be contacted since {0}</source>
        <translation>Minta tidak dihubungi sejak {0}</translation>
    </message>
    <message>
        <source>Owner not known</source>
        <translation>Pemilik belum diketahui</translation>
    </message>
    <message>
        <source>Read {0} on {1}; this vehicle makes about {2} km a day.</source>
        <translation>Tercatat {0} pada {1}; kendaraan ini menempuh ± {2} km sehari.</translation>
    </message>
    <message>
        <source>Sold {0}</source>
        <translation>Dijual {0}</translation>
    </message>
    <message>
        <source>Today about {0} km (estimated)</source>
        <translation>KM hari ini ± {0} (perkiraan)</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>sisa ± {0}</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>pada {0}</translation>
    </message>
    <message>
        <source>no visit yet</source>
        <translation>belum pernah servis</translation>
    </message>
    <message>
        <source>not recorded yet</source>
        <translation>belum tercatat</translation>
    </message>
    <message>
        <source>nothing is due</source>
        <translation>belum ada yang jatuh tempo</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>sejak {0}</translation>
    </message>
    <message>
        <source>{0} of {1} visits</source>
        <translation>{0} dari {1} servis</translation>
    </message>
    <message>
        <source>a visit is dated {0}, still to come: is that right?</source>
        <translation>ada kunjungan bertanggal {0}, belum tiba: benarkah?</translation>
    </message>
    <message>
        <source>Today {0} km</source>
        <translation>KM hari ini {0}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>%n outcomes written down</source>
        <translation>
            <numerusform>%n hasil dicatat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people reminded</source>
        <translation>
            <numerusform>%n orang diingatkan</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Diurungkan: {0}</translation>
    </message>
    <message>
        <source>backup restored</source>
        <translation>cadangan dipulihkan</translation>
    </message>
    <message>
        <source>book imported</source>
        <translation>buku diimpor</translation>
    </message>
    <message>
        <source>change of the work order undone</source>
        <translation>perubahan servis diurungkan</translation>
    </message>
    <message>
        <source>change undone</source>
        <translation>perubahan diurungkan</translation>
    </message>
    <message>
        <source>contact written down</source>
        <translation>kontak dicatat</translation>
    </message>
    <message>
        <source>data changed</source>
        <translation>data diubah</translation>
    </message>
    <message>
        <source>import is back</source>
        <translation>impor dikembalikan</translation>
    </message>
    <message>
        <source>import undone</source>
        <translation>impor diurungkan</translation>
    </message>
    <message>
        <source>intervals saved, everything due worked out anew</source>
        <translation>jarak servis tersimpan, semua jatuh tempo dihitung ulang</translation>
    </message>
    <message>
        <source>new note undone</source>
        <translation>catatan baru diurungkan</translation>
    </message>
    <message>
        <source>new work order undone</source>
        <translation>servis baru diurungkan</translation>
    </message>
    <message>
        <source>note changed</source>
        <translation>catatan diubah</translation>
    </message>
    <message>
        <source>note is back</source>
        <translation>catatan dikembalikan</translation>
    </message>
    <message>
        <source>note moved to the bin</source>
        <translation>catatan dipindahkan ke tempat sampah</translation>
    </message>
    <message>
        <source>note saved</source>
        <translation>catatan tersimpan</translation>
    </message>
    <message>
        <source>owner changed</source>
        <translation>pemilik diganti</translation>
    </message>
    <message>
        <source>put back from the bin</source>
        <translation>dikembalikan dari tempat sampah</translation>
    </message>
    <message>
        <source>registration undone</source>
        <translation>pendaftaran diurungkan</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>tersimpan</translation>
    </message>
    <message>
        <source>vehicle is back</source>
        <translation>kendaraan dikembalikan</translation>
    </message>
    <message>
        <source>vehicle moved to the bin</source>
        <translation>kendaraan dipindahkan ke tempat sampah</translation>
    </message>
    <message>
        <source>vehicle registered</source>
        <translation>kendaraan terdaftar</translation>
    </message>
    <message>
        <source>work order changed</source>
        <translation>servis diubah</translation>
    </message>
    <message>
        <source>work order is back</source>
        <translation>servis dikembalikan</translation>
    </message>
    <message>
        <source>work order moved to the bin</source>
        <translation>servis dipindahkan ke tempat sampah</translation>
    </message>
    <message>
        <source>work order saved</source>
        <translation>servis tersimpan</translation>
    </message>
    <message>
        <source>intervals are as before, everything due worked out anew</source>
        <translation>jarak servis kembali seperti semula, semua jatuh tempo dihitung ulang</translation>
    </message>
    <message>
        <source>settings are as before</source>
        <translation>pengaturan kembali seperti semula</translation>
    </message>
    <message>
        <source>settings saved</source>
        <translation>pengaturan disimpan</translation>
    </message>
</context>
<context>
    <name>CheckRules</name>
    <message>
        <source>Dates that could be two days</source>
        <translation>Tanggal yang bisa dua arti</translation>
    </message>
    <message>
        <source>Dates that could be two days:</source>
        <translation>Tanggal yang bisa dua arti:</translation>
    </message>
    <message>
        <source>Several numbers in a cell</source>
        <translation>Beberapa nomor dalam satu sel</translation>
    </message>
    <message>
        <source>Several numbers in a cell:</source>
        <translation>Beberapa nomor dalam satu sel:</translation>
    </message>
    <message>
        <source>all are day/month</source>
        <translation>semuanya hari/bulan</translation>
    </message>
    <message>
        <source>all are month/day</source>
        <translation>semuanya bulan/hari</translation>
    </message>
    <message>
        <source>leave them out</source>
        <translation>jangan dimasukkan</translation>
    </message>
    <message>
        <source>take all</source>
        <translation>ambil semua</translation>
    </message>
    <message>
        <source>take the first</source>
        <translation>ambil yang pertama</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>All columns</source>
        <translation>Semua kolom</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Different ({0})</source>
        <translation>Berbeda ({0})</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Maybe the same ({0})</source>
        <translation>Mungkin sama ({0})</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>What is different in the book</source>
        <translation>Yang berbeda di berkas</translation>
    </message>
    <message>
        <source>To be checked ({0})</source>
        <translation>Perlu diperiksa ({0})</translation>
    </message>
    <message>
        <source>What becomes of this field</source>
        <translation>Apa yang dipakai untuk data ini</translation>
    </message>
    <message>
        <source>{0} · nothing is saved yet</source>
        <translation>{0} · belum ada yang disimpan</translation>
    </message>
    <message>
        <source>“{0}” is different in {1} rows:</source>
        <translation>“{0}” berbeda di {1} baris:</translation>
    </message>
    <message>
        <source>All columns ({0} not taken)</source>
        <translation>Semua kolom ({0} tidak diambil)</translation>
    </message>
    <message>
        <source>Columns not taken: {0}</source>
        <translation>Kolom yang tidak diambil: {0}</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>&amp;Close and set the clock</source>
        <translation>&amp;Tutup dan betulkan jam</translation>
    </message>
    <message>
        <source>Is the date right?</source>
        <translation>Apakah tanggalnya benar?</translation>
    </message>
    <message>
        <source>The clock of this PC says {0}, but something was saved on {1} already. With a wrong clock, visits and reminders get wrong dates.</source>
        <translation>Jam komputer ini menunjukkan {0}, padahal sudah ada yang disimpan pada {1}. Dengan jam yang salah, kunjungan dan pengingat mendapat tanggal yang salah.</translation>
    </message>
    <message>
        <source>The clock of this PC says {0}; nothing has been saved since {1}. With a wrong clock, visits and reminders get wrong dates.</source>
        <translation>Jam komputer ini menunjukkan {0}; sejak {1} tidak ada yang disimpan. Dengan jam yang salah, kunjungan dan pengingat mendapat tanggal yang salah.</translation>
    </message>
    <message>
        <source>The date is &amp;right</source>
        <translation>Tanggalnya &amp;benar</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n letters are recorded as sent today.</source>
        <translation>
            <numerusform>%n surat dicatat terkirim hari ini.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are left out.</source>
        <translation>
            <numerusform>%n lainnya tidak dihubungi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes written down.</source>
        <translation>
            <numerusform>%n hasil dicatat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n orang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are due in {0}.</source>
        <translation>
            <numerusform>%n orang jatuh tempo pada {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no outcome yet.</source>
        <translation>
            <numerusform>%n baris belum ada hasilnya.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were not taken:</source>
        <translation>
            <numerusform>%n baris tidak dapat diambil:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample vehicles are in {0}</source>
        <translation>
            <numerusform>%n kendaraan contoh ada di {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Backed up and verified: {0}</source>
        <translation>Dicadangkan dan sudah diperiksa: {0}</translation>
    </message>
    <message>
        <source>Engine oil: {0}</source>
        <translation>Oli mesin: {0}</translation>
    </message>
    <message>
        <source>Everything is in {0}</source>
        <translation>Semuanya ada di {0}</translation>
    </message>
    <message>
        <source>No import to take back.</source>
        <translation>Tidak ada impor yang bisa diurungkan.</translation>
    </message>
    <message>
        <source>No vehicle with the plate {0} is known.</source>
        <translation>Tidak ada kendaraan dengan nopol {0}.</translation>
    </message>
    <message>
        <source>Not all is well. Restore the last backup, or ask for help with:</source>
        <translation>Ada yang tidak beres. Kembalikan cadangan terakhir, atau minta bantuan dengan:</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Tidak ada yang cocok.</translation>
    </message>
    <message>
        <source>Perhaps you meant: {0}</source>
        <translation>Mungkin maksud Anda: {0}</translation>
    </message>
    <message>
        <source>Restored. What the file held before is kept in {0}</source>
        <translation>Sudah dikembalikan. Isi berkas sebelumnya disimpan di {0}</translation>
    </message>
    <message>
        <source>Taken back: {0} vehicles, {1} customers, {2} work orders.</source>
        <translation>Diurungkan: {0} kendaraan, {1} pelanggan, {2} servis.</translation>
    </message>
    <message>
        <source>The letters have no sender: enter the workshop&apos;s name in Settings.</source>
        <translation>Surat belum ada pengirimnya: isi nama bengkel di Pengaturan.</translation>
    </message>
    <message numerus="yes">
        <source>The month, with %n lines of work, is in {0}</source>
        <translation>
            <numerusform>Buku bulanan dengan %n rincian servis tersimpan di {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no room where the answer goes; the shop&apos;s data are untouched.</source>
        <translation>Tidak ada ruang di tempat jawaban ditulis; data bengkel tidak berubah.</translation>
    </message>
    <message>
        <source>These stay, because something was built on them since:</source>
        <translation>Yang ini tetap ada, karena sudah dipakai lagi sesudahnya:</translation>
    </message>
    <message>
        <source>Written: {0} ({1})</source>
        <translation>Ditulis: {0} ({1})</translation>
    </message>
    <message>
        <source>perhaps: </source>
        <translation>mungkin: </translation>
    </message>
    <message>
        <source>{0} is write-protected: it is only looked at, nothing is written there.</source>
        <translation>{0} tidak dapat ditulisi: hanya dilihat, tidak ada yang ditulis di sana.</translation>
    </message>
    <message>
        <source>{0} vehicles, {1} customers, {2} work orders</source>
        <translation>{0} kendaraan, {1} pelanggan, {2} servis</translation>
    </message>
    <message>
        <source>Restored: there was no shop file.</source>
        <translation>Sudah dikembalikan: tadinya tidak ada berkas bengkel.</translation>
    </message>
    <message>
        <source>All agrees, but visits are dated on days still to come:</source>
        <translation>Semuanya cocok, tetapi ada kunjungan bertanggal hari yang belum tiba:</translation>
    </message>
    <message>
        <source>No address, no letter: {0}</source>
        <translation>Tanpa alamat, tanpa surat: {0}</translation>
    </message>
    <message>
        <source>Only an index is damaged, what was entered is all there. `bengkel-crm check --repair` makes it anew:</source>
        <translation>Hanya indeks yang rusak, semua yang dimasukkan masih ada. `bengkel-crm check --repair` membuatnya ulang:</translation>
    </message>
    <message>
        <source>The indexes are made anew. The file as it was is kept in {0}</source>
        <translation>Indeks sudah dibuat ulang. Berkas sebelumnya disimpan di {0}</translation>
    </message>
    <message numerus="yes">
        <source>All is well: %n vehicles; summaries, due dates and search agree with the visits.</source>
        <translation>
            <numerusform>Semua beres: %n kendaraan; ringkasan, jatuh tempo, dan pencarian cocok dengan servisnya.</numerusform>
        </translation>
    </message>
    <message>
        <source>All agrees, but an older version read phone numbers otherwise than is done today. Import the book again, or type them anew in the form:</source>
        <translation>Semuanya cocok, tetapi versi lama membaca nomor telepon dengan cara lain. Impor bukunya sekali lagi, atau ketik ulang nomornya di formulir:</translation>
    </message>
</context>
<context>
    <name>ContactCalendar</name>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n kontak</numerusform>
        </translation>
    </message>
    <message>
        <source>Calendar of contacts</source>
        <translation>Kalender kontak</translation>
    </message>
</context>
<context>
    <name>ContactList</name>
    <message>
        <source>About</source>
        <translation>Soal</translation>
    </message>
    <message>
        <source>Came on</source>
        <translation>Datang tanggal</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Lewat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Paid then</source>
        <translation>Dibayar saat itu</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Nopol</translation>
    </message>
    <message>
        <source>Put off until</source>
        <translation>Ditunda sampai</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>Kelanjutan</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Isi pesan</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>again from {0}</source>
        <translation>lagi mulai {0}</translation>
    </message>
    <message>
        <source>came {0}</source>
        <translation>datang {0}</translation>
    </message>
    <message>
        <source>not come yet</source>
        <translation>belum datang</translation>
    </message>
    <message>
        <source>{0}, from {1}</source>
        <translation>{0}, mulai {1}</translation>
    </message>
    <message>
        <source>{0}, incoming</source>
        <translation>{0}, masuk</translation>
    </message>
</context>
<context>
    <name>ContactsPanel</name>
    <message>
        <source>Contacts</source>
        <translation>Kontak</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier</source>
        <translation>
            <numerusform>Tampilkan %n sebelumnya</numerusform>
        </translation>
    </message>
    <message>
        <source>came {0}, {1}</source>
        <translation>datang {0}, {1}</translation>
    </message>
    <message>
        <source>{0}, again from {1}</source>
        <translation>{0}, lagi mulai {1}</translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n kontak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n followed by a visit</source>
        <translation>
            <numerusform>%n disusul servis</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls, messages and letters to customers are listed here with what followed.</source>
        <translation>Telepon, pesan, dan surat ke pelanggan tercatat di sini beserta kelanjutannya.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Lewat</translation>
    </message>
    <message>
        <source>No contacts on this day</source>
        <translation>Tidak ada kontak pada hari ini</translation>
    </message>
    <message>
        <source>No contacts this month</source>
        <translation>Belum ada kontak bulan ini</translation>
    </message>
    <message>
        <source>Show the whole month</source>
        <translation>Tampilkan sebulan penuh</translation>
    </message>
    <message>
        <source>Show who is due</source>
        <translation>Lihat yang jatuh tempo</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Isi pesan</translation>
    </message>
    <message>
        <source>{0} ticked</source>
        <translation>{0} dicentang</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Find another vehicle…</source>
        <translation>Cari kendaraan lain…</translation>
    </message>
    <message>
        <source>Find the vehicle first; F2 then starts its work order.</source>
        <translation>Cari kendaraannya dulu; F2 lalu memulai servisnya.</translation>
    </message>
    <message>
        <source>New vehicle</source>
        <translation>Kendaraan baru</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Servis baru</translation>
    </message>
    <message>
        <source>Nothing fits exactly. Did you mean:</source>
        <translation>Tidak ada yang persis. Mungkin maksud Anda:</translation>
    </message>
    <message>
        <source>Plate number</source>
        <translation>Plat nomor</translation>
    </message>
    <message>
        <source>Type a plate, a name or a phone number…</source>
        <translation>Ketik nopol, nama, atau nomor HP…</translation>
    </message>
    <message>
        <source>Vehicles found</source>
        <translation>Kendaraan yang ditemukan</translation>
    </message>
    <message>
        <source>Find it first</source>
        <translation>Cari dulu</translation>
    </message>
    <message>
        <source>This plate is not registered. Did you mean one of these? ↓ chooses it</source>
        <translation>Nopol ini belum terdaftar. Mungkin maksud Anda yang ini? ↓ memilihnya</translation>
    </message>
    <message>
        <source>Plate, name or phone…</source>
        <translation>Nopol, nama, HP…</translation>
    </message>
    <message>
        <source>Another vehicle…</source>
        <translation>Kendaraan lain…</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Also written to: {0}</source>
        <translation>Tertulis juga di: {0}</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Salin rincian</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Everything saved so far is safe. What you were just typing may be missing; it is offered again when the form is opened.</source>
        <translation>Semua yang sudah tersimpan aman. Yang baru saja diketik mungkin belum tersimpan; isian itu ditawarkan lagi saat formulirnya dibuka.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Ada yang tidak beres</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Ada yang tidak beres di program</translation>
    </message>
    <message>
        <source>You can go on working. If it happens again, close the program and open it anew, and send the details to whoever looks after it.</source>
        <translation>Anda bisa terus bekerja. Kalau terjadi lagi, tutup program lalu buka kembali, dan kirim rinciannya kepada yang mengurus program ini.</translation>
    </message>
</context>
<context>
    <name>CsvOptionsBar</name>
    <message>
        <source>Between the cells:</source>
        <translation>Pemisah sel:</translation>
    </message>
    <message>
        <source>How letters are written</source>
        <translation>Penulisan huruf</translation>
    </message>
    <message>
        <source>Letters:</source>
        <translation>Huruf:</translation>
    </message>
    <message>
        <source>What stands between the cells</source>
        <translation>Pemisah sel</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>garis |</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>koma ,</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>titik koma ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulasi</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n hari lalu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>terlambat %n hari</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>%n bulan lalu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months late</source>
        <translation>
            <numerusform>terlambat %n bulan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks ago</source>
        <translation>
            <numerusform>%n minggu lalu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>%n tahun lalu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>%n hari lagi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n months</source>
        <translation>
            <numerusform>%n bulan lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>in {0} years</source>
        <translation>{0} tahun lagi</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>besok</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>kemarin</translation>
    </message>
    <message>
        <source>{0} years late</source>
        <translation>terlambat {0} tahun</translation>
    </message>
</context>
<context>
    <name>DatesFields</name>
    <message>
        <source>Gone since (scrapped, moved away)</source>
        <translation>Tidak ada lagi sejak (rusak, pindah)</translation>
    </message>
    <message>
        <source>Owner allowed promotion on</source>
        <translation>Pemilik setuju dikirimi promosi sejak</translation>
    </message>
    <message>
        <source>Owner not to be contacted since</source>
        <translation>Pemilik minta tak dihubungi sejak</translation>
    </message>
    <message>
        <source>Plate valid until</source>
        <translation>Plat berlaku sampai</translation>
    </message>
    <message>
        <source>STNK tax, every year on</source>
        <translation>Pajak STNK, tiap tahun tanggal</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>Dijual tanggal</translation>
    </message>
    <message>
        <source>as on the plate: 11/28</source>
        <translation>seperti di plat: 11/28</translation>
    </message>
</context>
<context>
    <name>DaysBox</name>
    <message>
        <source> days</source>
        <translation> hari</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>DemoBanner</name>
    <message>
        <source>Sample shop</source>
        <translation>Bengkel contoh</translation>
    </message>
    <message>
        <source>Sample shop: all of it is made up.</source>
        <translation>Bengkel contoh: semua isinya karangan.</translation>
    </message>
    <message>
        <source>Sample shop: all of it is made up. What you enter here never reaches your own shop.</source>
        <translation>Bengkel contoh: semua isinya karangan. Yang Anda isi di sini tidak masuk ke bengkel Anda.</translation>
    </message>
    <message>
        <source>To my own shop</source>
        <translation>Ke bengkel saya</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>&amp;Back to the form</source>
        <translation>&amp;Kembali ke isian</translation>
    </message>
    <message>
        <source>&amp;Mend the kilometres</source>
        <translation>&amp;Perbaiki kilometer</translation>
    </message>
    <message>
        <source>The same work was recorded that day already. Is this another visit?</source>
        <translation>Pekerjaan yang sama sudah dicatat hari itu. Ini kunjungan lain?</translation>
    </message>
    <message>
        <source>{0} km is less than last time ({1}). Is that right?</source>
        <translation>{0} km lebih kecil dari servis terakhir ({1}). Benar begitu?</translation>
    </message>
    <message>
        <source>{0} km is more than at a later visit ({1}). Is that right?</source>
        <translation>{0} km lebih besar dari servis sesudahnya ({1}). Benar begitu?</translation>
    </message>
    <message>
        <source>{0} km, last time it was {1}. Is that right?</source>
        <translation>{0} km, terakhir {1}. Benar begitu?</translation>
    </message>
    <message>
        <source>{0}: “{1}” is new. Did you mean {2}?</source>
        <translation>{0}: “{1}” belum ada. Maksud Anda {2}?</translation>
    </message>
    <message>
        <source>&amp;Mend the cost</source>
        <translation>&amp;Betulkan biaya</translation>
    </message>
    <message>
        <source>&amp;Mend the date</source>
        <translation>&amp;Betulkan tanggal</translation>
    </message>
    <message>
        <source>The whole bill is {0}. Is that right?</source>
        <translation>Seluruh tagihan {0}. Benarkah?</translation>
    </message>
    <message>
        <source>{0} is before the first visit of this vehicle. Is the date right?</source>
        <translation>{0} lebih awal dari kunjungan pertama kendaraan ini. Apakah tanggalnya benar?</translation>
    </message>
    <message>
        <source>{0} is still to come. Is the date right?</source>
        <translation>{0} belum tiba. Apakah tanggalnya benar?</translation>
    </message>
    <message>
        <source>A new &amp;owner…</source>
        <translation>&amp;Pemilik baru…</translation>
    </message>
    <message>
        <source>Not &amp;known</source>
        <translation>&amp;Tidak tahu</translation>
    </message>
    <message>
        <source>Still &amp;{0}’s</source>
        <translation>Masih milik &amp;{0}</translation>
    </message>
    <message>
        <source>{0} is said to have sold this vehicle. Whose is it now?</source>
        <translation>Katanya {0} sudah menjual kendaraan ini. Sekarang milik siapa?</translation>
    </message>
</context>
<context>
    <name>DoubtsTab</name>
    <message>
        <source>Doubtful rows</source>
        <translation>Baris yang meragukan</translation>
    </message>
    <message>
        <source>Nothing in this book is doubtful.</source>
        <translation>Tidak ada yang meragukan di berkas ini.</translation>
    </message>
    <message>
        <source>Row {0}: {1}</source>
        <translation>Baris {0}: {1}</translation>
    </message>
    <message>
        <source>Type to mend a cell · Space leaves the row out</source>
        <translation>Ketik untuk memperbaiki · Spasi untuk melewati baris</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>Data of {0}</source>
        <translation>Data {0}</translation>
    </message>
    <message>
        <source>New vehicle {0}</source>
        <translation>Kendaraan baru {0}</translation>
    </message>
    <message>
        <source>Work order {0}</source>
        <translation>Servis {0}</translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation>Catatan {0}</translation>
    </message>
    <message>
        <source>Texts to customers</source>
        <translation>Teks untuk pelanggan</translation>
    </message>
</context>
<context>
    <name>DuePanel</name>
    <message>
        <source>Due</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>Nothing is due. What was done and how often it returns decide this.</source>
        <translation>Belum ada yang jatuh tempo. Dihitung dari pekerjaan yang pernah dilakukan dan jaraknya.</translation>
    </message>
</context>
<context>
    <name>DueTab</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n orang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles</source>
        <translation>
            <numerusform>%n kendaraan</numerusform>
        </translation>
    </message>
    <message>
        <source>From the paper</source>
        <translation>Dari kertas</translation>
    </message>
    <message>
        <source>Nobody fits these filters</source>
        <translation>Tidak ada yang cocok dengan saringan ini</translation>
    </message>
    <message>
        <source>Nobody is due this month</source>
        <translation>Tidak ada yang jatuh tempo bulan ini</translation>
    </message>
    <message>
        <source>None of them has a number for WhatsApp.</source>
        <translation>Tidak satu pun punya nomor WhatsApp.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Pengingat</translation>
    </message>
    <message>
        <source>See the next month</source>
        <translation>Lihat bulan berikutnya</translation>
    </message>
    <message>
        <source>Send WhatsApp</source>
        <translation>Kirim WhatsApp</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Space ticks, Ctrl+A all</source>
        <translation>Spasi mencentang, Ctrl+A semua</translation>
    </message>
    <message>
        <source>There are people who are due this month; the filters leave them out.</source>
        <translation>Ada yang jatuh tempo bulan ini, tetapi tersaring semua.</translation>
    </message>
    <message>
        <source>Who is due</source>
        <translation>Yang jatuh tempo</translation>
    </message>
    <message>
        <source>Who is due follows from the work that was done and how often it returns. Those left out stand in the next tab, each with the reason.</source>
        <translation>Yang jatuh tempo dihitung dari pekerjaan yang pernah dilakukan dan seberapa sering harus diulang. Yang dilewati ada di tab berikutnya, masing-masing dengan alasannya.</translation>
    </message>
    <message>
        <source>{0} ticked</source>
        <translation>{0} dicentang</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
</context>
<context>
    <name>EmptyStart</name>
    <message>
        <source>A vehicle is here now</source>
        <translation>Ada kendaraan datang sekarang</translation>
    </message>
    <message>
        <source>A workshop made up for trying. It has a file of its own; yours stays empty.</source>
        <translation>Bengkel contoh untuk dicoba. Datanya di berkas sendiri; berkas Anda tetap kosong.</translation>
    </message>
    <message>
        <source>Import plates, owners and past visits. The columns are recognised, and you see what was understood before anything is saved.</source>
        <translation>Nopol, pemilik, dan riwayat servis diimpor sekaligus. Kolomnya dikenali sendiri, dan hasilnya bisa diperiksa sebelum disimpan.</translation>
    </message>
    <message>
        <source>Import the Excel book</source>
        <translation>Impor buku Excel</translation>
    </message>
    <message>
        <source>Plate, name and phone are enough. Everything else can wait.</source>
        <translation>Cukup nopol, nama, dan nomor HP. Yang lain bisa menyusul.</translation>
    </message>
    <message>
        <source>Register the first vehicle</source>
        <translation>Daftarkan kendaraan pertama</translation>
    </message>
    <message>
        <source>There is no vehicle in this book yet. Choose how to begin.</source>
        <translation>Belum ada kendaraan di buku ini. Pilih cara memulai.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Coba bengkel contoh</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Selamat datang</translation>
    </message>
    <message>
        <source>You have an Excel book</source>
        <translation>Sudah punya buku Excel</translation>
    </message>
    <message>
        <source>You want to look around</source>
        <translation>Ingin melihat-lihat dulu</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Another program is using the file {0}. What was just entered is not saved. Wait a moment and try again.</source>
        <translation>Program lain sedang memakai berkas {0}. Yang baru diisi belum tersimpan. Tunggu sebentar lalu coba lagi.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Dibatalkan. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>No sheet of {0} has a row of titles with a plate number. Nothing was imported. Write a title above each column and try again.</source>
        <translation>Tidak ada lembar di {0} yang punya baris judul dengan nopol. Tidak ada yang diimpor. Tulis judul di atas setiap kolom lalu coba lagi.</translation>
    </message>
    <message>
        <source>Please fill in: {0}. Nothing was saved yet.</source>
        <translation>Isi dulu: {0}. Belum ada yang tersimpan.</translation>
    </message>
    <message>
        <source>Somebody else changed this note meanwhile. It says now: “{0}”. Yours is not saved yet; save it again to put it in its place.</source>
        <translation>Catatan ini sementara itu diubah orang lain. Sekarang bunyinya: “{0}”. Tulisan Anda belum disimpan; simpan sekali lagi untuk menggantikannya.</translation>
    </message>
    <message>
        <source>Something unexpected happened. Everything saved so far is safe. Please try again; if it happens once more, close the program and open it again.</source>
        <translation>Terjadi sesuatu yang tidak terduga. Semua yang sudah tersimpan aman. Coba sekali lagi; kalau terjadi lagi, tutup program lalu buka kembali.</translation>
    </message>
    <message>
        <source>The backup {0} is not complete and was discarded. The shop&apos;s data are safe. Choose another disk and make the backup again.</source>
        <translation>Cadangan {0} tidak lengkap dan dibuang. Data bengkel aman. Pilih disk lain lalu buat cadangan sekali lagi.</translation>
    </message>
    <message>
        <source>The disk of {0} can not keep data safe through a power cut. Nothing was changed. Put the file on a local disk.</source>
        <translation>Disk tempat {0} tidak bisa menjaga data saat listrik padam. Tidak ada yang berubah. Pindahkan berkas itu ke disk di komputer ini.</translation>
    </message>
    <message>
        <source>The file {0} belongs to another program. It was left as it is. Choose another file.</source>
        <translation>Berkas {0} milik program lain. Berkas itu dibiarkan apa adanya. Pilih berkas lain.</translation>
    </message>
    <message>
        <source>The file {0} does not hold data of this program. It was left as it is. Choose another file.</source>
        <translation>Berkas {0} bukan data program ini. Berkas itu dibiarkan apa adanya. Pilih berkas lain.</translation>
    </message>
    <message>
        <source>The file {0} is already open in another window. Nothing was changed. Use that window, or close it first.</source>
        <translation>Berkas {0} sudah terbuka di jendela lain. Tidak ada yang berubah. Pakailah jendela itu, atau tutup dulu.</translation>
    </message>
    <message>
        <source>The file {0} is damaged. Nothing is written to it any more. Restore the last backup, and keep the damaged file.</source>
        <translation>Berkas {0} rusak. Program tidak lagi menulis ke sana. Kembalikan cadangan terakhir, dan simpan berkas yang rusak itu.</translation>
    </message>
    <message>
        <source>The file {0} is empty, most likely a copy that broke off. It was left as it is. Use another copy, or restore a backup.</source>
        <translation>Berkas {0} kosong, kemungkinan salinan yang terputus. Berkas itu dibiarkan apa adanya. Pakai salinan lain, atau kembalikan cadangan.</translation>
    </message>
    <message>
        <source>The file {0} is not there. Nothing was changed. Check its name and folder.</source>
        <translation>Berkas {0} tidak ada. Tidak ada yang berubah. Periksa nama dan foldernya.</translation>
    </message>
    <message>
        <source>The file {0} is open in Excel or another program. Close it there, or choose another name; nothing was written.</source>
        <translation>Berkas {0} sedang terbuka di Excel atau program lain. Tutup dulu di sana, atau pilih nama lain; tidak ada yang ditulis.</translation>
    </message>
    <message>
        <source>The file {0} or its folder is write-protected. Nothing was saved. Allow writing there, or choose another folder.</source>
        <translation>Berkas {0} atau foldernya tidak boleh ditulisi. Tidak ada yang tersimpan. Izinkan penulisan di sana, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>The file {0} was written by a newer version of this program. It was left as it is. Install the newer version to open it.</source>
        <translation>Berkas {0} ditulis oleh versi program yang lebih baru. Berkas itu dibiarkan apa adanya. Pasang versi yang lebih baru untuk membukanya.</translation>
    </message>
    <message>
        <source>The shop&apos;s file {0} is not there, but copies of it are. Nothing was changed. Restore the newest ({1}).</source>
        <translation>Berkas bengkel {0} tidak ada, tetapi cadangannya ada. Tidak ada yang diubah. Pulihkan yang terbaru ({1}).</translation>
    </message>
    <message>
        <source>The workbook {0} can not be read. Nothing was imported. Open it in Excel, save it as .xlsx and try again.</source>
        <translation>Buku {0} tidak bisa dibaca. Tidak ada yang diimpor. Buka di Excel, simpan sebagai .xlsx lalu coba lagi.</translation>
    </message>
    <message>
        <source>The workbook {0} is built in a way that could harm this computer. Nothing was imported. Save it anew in Excel and try again.</source>
        <translation>Buku {0} dibuat dengan cara yang bisa merusak komputer ini. Tidak ada yang diimpor. Simpan ulang di Excel lalu coba lagi.</translation>
    </message>
    <message>
        <source>The workbook {0} is larger than a workshop&apos;s book can be. Nothing was imported. Split it into several files.</source>
        <translation>Buku {0} lebih besar daripada buku bengkel yang wajar. Tidak ada yang diimpor. Pecah menjadi beberapa berkas.</translation>
    </message>
    <message>
        <source>The workbook {0} is protected by a password. Nothing was imported. Open it in Excel, take the password away, save it and try again.</source>
        <translation>Buku {0} dilindungi kata sandi. Tidak ada yang diimpor. Buka di Excel, hapus kata sandinya, simpan lalu coba lagi.</translation>
    </message>
    <message>
        <source>There is a file {0} already. It was left as it is. Choose another name.</source>
        <translation>Sudah ada berkas {0}. Berkas itu dibiarkan apa adanya. Pilih nama lain.</translation>
    </message>
    <message>
        <source>There is nobody to put on this paper. No file was written.</source>
        <translation>Tidak ada siapa pun untuk kertas ini. Tidak ada berkas yang ditulis.</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>Tidak ada lagi yang bisa diurungkan.</translation>
    </message>
    <message>
        <source>This can not be undone any more, because it was changed again since. Nothing was changed. Undo the later change first.</source>
        <translation>Ini tidak bisa diurungkan lagi karena sudah diubah sesudahnya. Tidak ada yang berubah. Urungkan dulu perubahan yang lebih baru.</translation>
    </message>
    <message>
        <source>This can not be undone any more, because the computer {0} wrote about the same since. Nothing was changed. Correct it by hand.</source>
        <translation>Ini tidak bisa diurungkan lagi karena komputer {0} sudah menulis tentang yang sama sesudahnya. Tidak ada yang berubah. Perbaiki langsung di sini.</translation>
    </message>
    <message>
        <source>This did not work. Nothing was changed. Please try again.</source>
        <translation>Ini tidak berhasil. Tidak ada yang berubah. Coba sekali lagi.</translation>
    </message>
    <message>
        <source>This is no longer there: {0}. Nothing was changed. It may have been removed; look in the bin.</source>
        <translation>Ini sudah tidak ada: {0}. Tidak ada yang berubah. Mungkin sudah dihapus; lihat di tempat sampah.</translation>
    </message>
    <message>
        <source>This took too long and was stopped. Nothing was changed. Ask for less at a time.</source>
        <translation>Ini terlalu lama dan dihentikan. Tidak ada yang berubah. Mintalah lebih sedikit sekaligus.</translation>
    </message>
    <message>
        <source>{0} is a web page with the name of a workbook. Nothing was imported. Open it in Excel, save it as .xlsx and try again.</source>
        <translation>{0} sebenarnya halaman web, hanya namanya seperti buku Excel. Tidak ada yang diimpor. Buka di Excel, simpan sebagai .xlsx lalu coba lagi.</translation>
    </message>
    <message>
        <source>{0} is registered already. Nothing was saved. Open its card instead.</source>
        <translation>{0} sudah terdaftar. Tidak ada yang tersimpan. Buka saja kartunya.</translation>
    </message>
    <message>
        <source>“{1}” can not be read as {0}. Nothing was saved yet. Please correct it.</source>
        <translation>“{1}” tidak terbaca sebagai {0}. Belum ada yang tersimpan. Perbaiki dulu.</translation>
    </message>
    <message>
        <source>Not saved! Another program took away the file {0}-wal and wrote into the shop&apos;s file. What was just entered is still here: save it again. Look whether the last entries are there; a copy with them is {1}.</source>
        <translation>Tidak tersimpan! Program lain mengambil file {0}-wal dan menulis ke file bengkel. Isian tadi masih ada di sini: simpan sekali lagi. Periksa apakah catatan terakhir masih ada; salinannya ada di {1}.</translation>
    </message>
    <message>
        <source>Not saved! Another program took away the file {0}-wal, which the window saves into. What was just entered is still here: save it again. Keep such programs away from the shop&apos;s folder.</source>
        <translation>Tidak tersimpan! Program lain mengambil file {0}-wal, tempat jendela ini menyimpan. Isian tadi masih ada di sini: simpan sekali lagi. Jauhkan program seperti itu dari folder bengkel.</translation>
    </message>
    <message>
        <source>The shop&apos;s file {0} is not there, but it has been. Nothing was changed. Restore a copy of it.</source>
        <translation>Berkas bengkel {0} tidak ada, padahal tadinya ada. Tidak ada yang diubah. Pulihkan salinannya.</translation>
    </message>
    <message>
        <source>In the file {0} stands something that can not be read: {1}. What else was saved is safe. Restore the last backup, or ask for help with this line.</source>
        <translation>Di file {0} ada isi yang tidak bisa dibaca: {1}. Yang lain tetap aman. Pulihkan cadangan terakhir, atau minta bantuan dengan baris ini.</translation>
    </message>
    <message>
        <source>The file {0} was altered by another program: {1}. Nothing is written to it any more. Restore the last backup, and keep the altered file.</source>
        <translation>File {0} diubah oleh program lain: {1}. Tidak ada lagi yang ditulis ke sana. Pulihkan cadangan terakhir, dan simpan file yang diubah itu.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile: {0}. Nothing was written. Look at it again.</source>
        <translation>Sementara itu orang lain mengubah {0} ini. Tidak ada yang disimpan. Periksa lagi.</translation>
    </message>
    <message>
        <source>No file can be named {0}. Nothing was written. Choose a shorter and plainer name.</source>
        <translation>Berkas tidak bisa bernama {0}. Tidak ada yang ditulis. Pilih nama yang lebih pendek dan sederhana.</translation>
    </message>
    <message>
        <source>The virus scanner stopped {0}. Nothing was saved. Allow this program there, or choose another folder.</source>
        <translation>Antivirus menahan {0}. Tidak ada yang tersimpan. Izinkan program ini di sana, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>The disk of {0} is full. Nothing new is saved, everything before is safe. Free some space and try again.</source>
        <translation>Disk tempat {0} penuh. Yang baru belum tersimpan, yang sebelumnya aman. Kosongkan sebagian, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The disk refused to read or write {0}. Nothing new is saved, everything before is safe. Check the disk and try again.</source>
        <translation>Disk menolak membaca atau menulis {0}. Yang baru belum tersimpan, yang sebelumnya aman. Periksa disknya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The drive with {0} is gone: was the stick pulled out? Nothing was written. Plug it in and try again.</source>
        <translation>Disk dengan {0} tidak ada lagi: flashdisk tercabut? Tidak ada yang ditulis. Pasang lagi, lalu coba lagi.</translation>
    </message>
    <message>
        <source>In the window, under Import, you can point at the row of titles and say what each column is.</source>
        <translation>Di jendela, lewat Impor, Anda bisa menunjuk baris judul dan mengatakan apa isi tiap kolom.</translation>
    </message>
    <message>
        <source>In {0} no row of titles was found, and the columns do not show by themselves what they are.</source>
        <translation>Di {0} tidak ditemukan baris judul, dan kolomnya tidak menunjukkan sendiri apa isinya.</translation>
    </message>
    <message>
        <source>Not understood: {0}.</source>
        <translation>Tidak dipahami: {0}.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Tidak ada yang diimpor.</translation>
    </message>
    <message>
        <source>Under “{1}” in {0} stand no plates, so nothing tells which vehicles are meant.</source>
        <translation>Di bawah “{1}” di {0} tidak ada nomor polisi, jadi tidak jelas kendaraan mana yang dimaksud.</translation>
    </message>
    <message>
        <source>{0} has the titles {1}, but no column of plates, none of customers with their phones, and none of goods with their prices.</source>
        <translation>{0} punya judul {1}, tetapi tidak ada kolom nomor polisi, kolom pelanggan dengan teleponnya, atau kolom barang dengan harganya.</translation>
    </message>
    <message>
        <source>The file {0} is no export of this program. It was left as it is. Choose another name; on the command line --replace takes its place all the same.</source>
        <translation>Berkas {0} bukan hasil ekspor program ini. Berkas itu dibiarkan seperti semula. Pilih nama lain; di baris perintah, --replace tetap menggantinya.</translation>
    </message>
    <message>
        <source>There is a work order {0} already. Nothing was saved. Choose another number.</source>
        <translation>Nomor servis {0} sudah ada. Belum ada yang disimpan. Pilih nomor lain.</translation>
    </message>
    <message>
        <source>{0} holds no picture. Choose one that ends in .png or .jpg.</source>
        <translation>{0} bukan gambar. Pilih yang berakhiran .png atau .jpg.</translation>
    </message>
    <message>
        <source>{0} is too large for a logo ({1} MB). Choose a picture of at most 1 MB.</source>
        <translation>{0} terlalu besar untuk logo ({1} MB). Pilih gambar paling besar 1 MB.</translation>
    </message>
    <message>
        <source>{0}: {1} letters, and at most {2} fit. Nothing was saved yet. Please shorten it.</source>
        <translation>{0}: {1} huruf, paling banyak {2}. Belum ada yang tersimpan. Mohon dipendekkan.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Tidak ada yang bisa dikerjakan lagi.</translation>
    </message>
    <message>
        <source>An index of the file {0} is damaged, what was entered is all there. Nothing is written to it until the index is made anew: Settings, Backups, Check the file; or on the command line check --repair.</source>
        <translation>Satu indeks berkas {0} rusak, tetapi semua yang dimasukkan masih ada. Berkas itu tidak ditulisi sampai indeksnya dibuat ulang: Pengaturan, Cadangan data, Periksa berkas; atau di baris perintah check --repair.</translation>
    </message>
</context>
<context>
    <name>ExcelPage</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Choose the book</source>
        <translation>Pilih buku</translation>
    </message>
    <message>
        <source>Everything is in {0}</source>
        <translation>Semuanya ada di {0}</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation>Riwayat ekspor…</translation>
    </message>
    <message>
        <source>Import a book…</source>
        <translation>Impor buku…</translation>
    </message>
    <message>
        <source>Import an Excel book</source>
        <translation>Impor buku Excel</translation>
    </message>
    <message>
        <source>One workbook with a sheet for each list: customers, vehicles, work orders and all the rest. It is yours to keep, to count in, or to take elsewhere.</source>
        <translation>Satu buku Excel dengan satu lembar untuk tiap daftar: pelanggan, kendaraan, servis, dan semua yang lain. Milik Anda sepenuhnya: untuk disimpan, dihitung, atau dibawa ke mana saja.</translation>
    </message>
    <message>
        <source>Past imports…</source>
        <translation>Impor sebelumnya…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Simpan…</translation>
    </message>
    <message>
        <source>Save everything as Excel</source>
        <translation>Simpan semua ke Excel</translation>
    </message>
    <message>
        <source>Visits, vehicles, customers and prices come in from Excel, LibreOffice or text files (xlsx, xls, ods, csv). Columns are recognised by their names and contents. You match, check and mend before anything is saved, and an import can be undone as a whole.</source>
        <translation>Servis, kendaraan, pelanggan, dan harga masuk dari berkas Excel, LibreOffice, atau teks (xlsx, xls, ods, csv). Kolom dikenali dari nama dan isinya. Anda mencocokkan, memeriksa, dan memperbaiki sebelum ada yang disimpan, dan impor bisa diurungkan seluruhnya.</translation>
    </message>
    <message>
        <source>Workshop {0}.xlsx</source>
        <translation>Bengkel {0}.xlsx</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Brake fluid</source>
        <translation>Minyak rem</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Merek</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>Consent to promotion</source>
        <translation>Setuju promosi</translation>
    </message>
    <message>
        <source>Contact ID</source>
        <translation>ID kontak</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>PIC</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Coolant</source>
        <translation>Air radiator</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>ID pelanggan</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Due by</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>Engine oil</source>
        <translation>Oli mesin</translation>
    </message>
    <message>
        <source>For the program: leave this sheet as it is</source>
        <translation>Untuk program: jangan ubah lembar ini</translation>
    </message>
    <message>
        <source>Fork oil</source>
        <translation>Oli shock</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Sapaan</translation>
    </message>
    <message>
        <source>From the customer</source>
        <translation>Dari pelanggan</translation>
    </message>
    <message>
        <source>From the shop</source>
        <translation>Dari bengkel</translation>
    </message>
    <message>
        <source>Gear oil</source>
        <translation>Oli gardan</translation>
    </message>
    <message>
        <source>Gone since</source>
        <translation>Tidak ada lagi sejak</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Job intervals</source>
        <translation>Jarak pekerjaan</translation>
    </message>
    <message>
        <source>Job kind</source>
        <translation>Jenis pekerjaan</translation>
    </message>
    <message>
        <source>Job kind code</source>
        <translation>Kode jenis pekerjaan</translation>
    </message>
    <message>
        <source>Job kinds</source>
        <translation>Jenis pekerjaan</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Kind of vehicle</source>
        <translation>Jenis kendaraan</translation>
    </message>
    <message>
        <source>Km</source>
        <translation>KM</translation>
    </message>
    <message>
        <source>Km interval</source>
        <translation>Jarak KM</translation>
    </message>
    <message>
        <source>Last km</source>
        <translation>KM terakhir</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Servis terakhir</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Mechanic ID</source>
        <translation>ID montir</translation>
    </message>
    <message>
        <source>Mechanics</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Month lists</source>
        <translation>Daftar bulanan</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Motorcycle</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>Servis berikutnya</translation>
    </message>
    <message>
        <source>Next due km</source>
        <translation>KM berikutnya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>No contact since</source>
        <translation>Jangan dihubungi sejak</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Oil</source>
        <translation>Oli</translation>
    </message>
    <message>
        <source>Oil filter</source>
        <translation>Filter oli</translation>
    </message>
    <message>
        <source>Old plates</source>
        <translation>Plat lama</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Belum selesai</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Outcome noted</source>
        <translation>Hasil dicatat</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Kepemilikan</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Lunas</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Suku cadang</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Perorangan</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>Phone, international</source>
        <translation>Nomor HP internasional</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Nomor HP</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Plat nomor</translation>
    </message>
    <message>
        <source>Plate as written</source>
        <translation>Plat seperti ditulis</translation>
    </message>
    <message>
        <source>Plate valid until</source>
        <translation>Plat berlaku sampai</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>Present plate</source>
        <translation>Plat sekarang</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Product ID</source>
        <translation>ID barang</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Put off until</source>
        <translation>Ditunda sampai</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Recognised by</source>
        <translation>Dikenali dari</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Pengingat</translation>
    </message>
    <message>
        <source>Removed on</source>
        <translation>Dihapus</translation>
    </message>
    <message>
        <source>STNK tax</source>
        <translation>Pajak STNK</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Nama pengaturan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>Dijual</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation>Keluhan kendaraan</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Two-stroke oil</source>
        <translation>Oli samping</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Vehicle ID</source>
        <translation>ID kendaraan</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Jasa</translation>
    </message>
    <message>
        <source>Work order ID</source>
        <translation>ID servis</translation>
    </message>
    <message>
        <source>Work order lines</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>Masih bekerja</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>Ditulis</translation>
    </message>
    <message>
        <source>Wrong number since</source>
        <translation>Nomor salah sejak</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>{0} (bin)</source>
        <translation>{0} (tempat sampah)</translation>
    </message>
    <message>
        <source>Marked by the outcome</source>
        <translation>Ditandai oleh hasil</translation>
    </message>
    <message>
        <source>Phone ID</source>
        <translation>ID telepon</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Dicatat pada</translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation>salah nomor</translation>
    </message>
</context>
<context>
    <name>ExportLog</name>
    <message>
        <source>Contacts</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Semua data</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Left out of the reminders</source>
        <translation>Yang dilewati</translation>
    </message>
    <message>
        <source>Monthly workbook</source>
        <translation>Buku bulanan</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Vehicles and customers</source>
        <translation>Kendaraan dan pelanggan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>What the reminders brought</source>
        <translation>Hasil pengingat</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Who is due</source>
        <translation>Yang jatuh tempo</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Servis</translation>
    </message>
</context>
<context>
    <name>ExportLogDialog</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Each file that left the shop with its data, so that the owner knows where they went.</source>
        <translation>Setiap berkas berisi data bengkel yang pernah disimpan ke luar, agar pemilik tahu ke mana perginya.</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Riwayat ekspor</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Daftar ekspor</translation>
    </message>
    <message>
        <source>Lists that are saved as Excel are noted here.</source>
        <translation>Daftar yang disimpan ke Excel dicatat di sini.</translation>
    </message>
    <message>
        <source>Nothing was exported yet</source>
        <translation>Belum ada ekspor</translation>
    </message>
</context>
<context>
    <name>FastEntry</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n seluruhnya</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>From the paper</source>
        <translation>Dari kertas</translation>
    </message>
    <message>
        <source>Number on the paper</source>
        <translation>Nomor di kertas</translation>
    </message>
    <message>
        <source>Number {0} is not due any more: the work was done since.</source>
        <translation>Nomor {0} sudah tidak jatuh tempo: servisnya sudah dikerjakan.</translation>
    </message>
    <message>
        <source>That is no number of the paper.</source>
        <translation>Itu bukan nomor di kertas.</translation>
    </message>
    <message>
        <source>Type the number and press Enter.</source>
        <translation>Ketik nomornya lalu tekan Enter.</translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation>Urungkan yang terakhir</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Diurungkan: {0}</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Sudah dicatat</translation>
    </message>
    <message>
        <source>No paper that was printed has number {0}.</source>
        <translation>Tidak ada kertas dengan nomor {0}.</translation>
    </message>
    <message>
        <source>Number {0} has a new owner since the paper was printed.</source>
        <translation>Nomor {0} sudah berganti pemilik sejak kertasnya dicetak.</translation>
    </message>
    <message>
        <source>Of which sheet? Its number stands at the top: type for example 3-{0}.</source>
        <translation>Dari lembar yang mana? Nomornya di bagian atas: ketik misalnya 3-{0}.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>customer</source>
        <translation>pelanggan</translation>
    </message>
    <message>
        <source>date</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>import</source>
        <translation>impor</translation>
    </message>
    <message>
        <source>kilometres</source>
        <translation>kilometer</translation>
    </message>
    <message>
        <source>kind of work</source>
        <translation>jenis pekerjaan</translation>
    </message>
    <message>
        <source>layout of the letters</source>
        <translation>tata letak surat</translation>
    </message>
    <message>
        <source>mechanic</source>
        <translation>montir</translation>
    </message>
    <message>
        <source>months</source>
        <translation>bulan</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nama</translation>
    </message>
    <message>
        <source>name of the workshop</source>
        <translation>nama bengkel</translation>
    </message>
    <message>
        <source>note</source>
        <translation>catatan</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>nomor HP</translation>
    </message>
    <message>
        <source>plate</source>
        <translation>nopol</translation>
    </message>
    <message>
        <source>price</source>
        <translation>harga</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>jumlah</translation>
    </message>
    <message>
        <source>sheet of labels</source>
        <translation>lembar label</translation>
    </message>
    <message>
        <source>text</source>
        <translation>isi</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>vehicle</source>
        <translation>kendaraan</translation>
    </message>
    <message>
        <source>work done</source>
        <translation>pekerjaan</translation>
    </message>
    <message>
        <source>work order</source>
        <translation>servis</translation>
    </message>
    <message>
        <source>year</source>
        <translation>tahun</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>address</source>
        <translation>alamat</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>keluhan</translation>
    </message>
    <message>
        <source>make</source>
        <translation>merek</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nomor</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>catatan</translation>
    </message>
    <message>
        <source>words</source>
        <translation>kata</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Another file…</source>
        <translation>Berkas lain…</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Pilih berkas lain…</translation>
    </message>
    <message>
        <source>First rows of the sheet</source>
        <translation>Baris-baris pertama lembar</translation>
    </message>
    <message>
        <source>Its rows are:</source>
        <translation>Isi barisnya:</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Tables in the file</source>
        <translation>Tabel di berkas</translation>
    </message>
    <message>
        <source>Titles in row {0}; Space or a double click moves them</source>
        <translation>Judul kolom di baris {0}; Spasi atau klik dua kali memindahkannya</translation>
    </message>
    <message>
        <source>What its rows are</source>
        <translation>Isi barisnya</translation>
    </message>
    <message>
        <source>Which file, and where in it</source>
        <translation>Berkas mana, dan bagian mana</translation>
    </message>
    <message>
        <source>{0} · an export of this program; it goes back as it was into the empty file</source>
        <translation>{0} · ekspor program ini; dikembalikan apa adanya ke data yang masih kosong</translation>
    </message>
    <message>
        <source>{0} · no table was recognised. Point at the row with the titles.</source>
        <translation>{0} · tidak ada tabel yang dikenali. Tunjukkan baris judulnya.</translation>
    </message>
    <message>
        <source>{0} · {1} rows are taken</source>
        <translation>{0} · {1} baris diambil</translation>
    </message>
    <message>
        <source>Titles in row {0}</source>
        <translation>Judul kolom di baris {0}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All areas</source>
        <translation>Semua wilayah</translation>
    </message>
    <message>
        <source>Any way to reach</source>
        <translation>Semua cara menghubungi</translation>
    </message>
    <message>
        <source>Area of the plate</source>
        <translation>Wilayah nopol</translation>
    </message>
    <message>
        <source>Everything that is due</source>
        <translation>Semua yang jatuh tempo</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Jenis pekerjaan</translation>
    </message>
    <message>
        <source>Paid at least</source>
        <translation>Belanja paling sedikit</translation>
    </message>
    <message>
        <source>Paid at least Rp</source>
        <translation>Belanja minimal Rp</translation>
    </message>
    <message>
        <source>Reachable by</source>
        <translation>Bisa dihubungi lewat</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>With WhatsApp</source>
        <translation>Yang bisa WhatsApp</translation>
    </message>
    <message>
        <source>With a phone</source>
        <translation>Ada telepon</translation>
    </message>
    <message>
        <source>With an address</source>
        <translation>Yang punya alamat</translation>
    </message>
    <message>
        <source>Filter ({0})</source>
        <translation>Saring ({0})</translation>
    </message>
</context>
<context>
    <name>FirstQuestions</name>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Later, under Settings</source>
        <translation>Nanti, lewat Pengaturan</translation>
    </message>
    <message>
        <source>Name of the workshop</source>
        <translation>Nama bengkel</translation>
    </message>
    <message>
        <source>Phone of the workshop</source>
        <translation>Telepon bengkel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Choose a stick or a folder</source>
        <translation>Pilih flashdisk atau folder</translation>
    </message>
    <message>
        <source>First four questions, if you like</source>
        <translation>Empat pertanyaan dulu, boleh dilewati</translation>
    </message>
    <message>
        <source>Place of the backups</source>
        <translation>Tempat cadangan</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Saved. All of it can be changed under Settings.</source>
        <translation>Tersimpan. Semuanya bisa diubah lewat Pengaturan.</translation>
    </message>
    <message>
        <source>Saved. The first backup is in {0}.</source>
        <translation>Tersimpan. Cadangan pertama ada di {0}.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Buang</translation>
    </message>
    <message>
        <source>&amp;Go on writing</source>
        <translation>&amp;Lanjut menulis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>Mohon diisi</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Mulai dari awal</translation>
    </message>
    <message>
        <source>Tab next field · Ctrl+Enter save</source>
        <translation>Tab pindah isian · Ctrl+Enter simpan</translation>
    </message>
    <message>
        <source>This can not be read</source>
        <translation>Isian ini tidak terbaca</translation>
    </message>
    <message>
        <source>This was not saved last time. You can go on with it.</source>
        <translation>Isian ini belum sempat disimpan. Anda bisa melanjutkannya.</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>Isian belum disimpan.</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Lanjut nanti</translation>
    </message>
    <message>
        <source>&amp;Save as it is</source>
        <translation>&amp;Simpan apa adanya</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Tetap punya saya</translation>
    </message>
    <message>
        <source>&amp;Take what is there now</source>
        <translation>&amp;Pakai yang tertulis sekarang</translation>
    </message>
    <message>
        <source>Changed meanwhile. {0}</source>
        <translation>Sementara itu ada yang berubah. {0}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>{0}: you typed “{1}”, there is now “{2}”</source>
        <translation>{0}: Anda mengetik “{1}”, sekarang tertulis “{2}”</translation>
    </message>
    <message>
        <source>&amp;To the bin all the same</source>
        <translation>&amp;Tetap buang</translation>
    </message>
    <message>
        <source>What you typed is not saved and goes too.</source>
        <translation>Yang Anda ketik belum disimpan dan ikut terbuang.</translation>
    </message>
    <message>
        <source>{0} letters, at most {1} fit</source>
        <translation>{0} huruf, paling banyak {1}</translation>
    </message>
</context>
<context>
    <name>Funnel</name>
    <message>
        <source>A reminder is answered by a visit of that vehicle within {0} days. Grey bars and the dashed line are vehicles that were due and that nobody contacted: some come anyway, and only what is above them was brought by the reminders.</source>
        <translation>Pengingat terjawab bila kendaraan itu datang dalam {0} hari. Batang abu-abu dan garis putus-putus adalah kendaraan yang jatuh tempo tetapi tidak dihubungi: sebagian datang dengan sendirinya, dan hanya selebihnya yang dibawa oleh pengingat.</translation>
    </message>
    <message>
        <source>Brought in</source>
        <translation>Pemasukan</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Menurut cara</translation>
    </message>
    <message>
        <source>By kind of work</source>
        <translation>Menurut jenis pekerjaan</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Menurut bulan</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Datang</translation>
    </message>
    <message>
        <source>Came all the same</source>
        <translation>Tetap datang</translation>
    </message>
    <message>
        <source>Came without a word</source>
        <translation>Datang sendiri</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Tidak datang</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>Due, not contacted</source>
        <translation>Tidak dihubungi</translation>
    </message>
    <message>
        <source>From reminder to visit</source>
        <translation>Dari pengingat sampai datang</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Tidak ada yang dikirim.</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Terhubungi</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>Diingatkan</translation>
    </message>
    <message>
        <source>Reminded and came</source>
        <translation>Diingatkan lalu datang</translation>
    </message>
    <message>
        <source>Still has time</source>
        <translation>Masih ditunggu</translation>
    </message>
    <message>
        <source>What the reminders brought</source>
        <translation>Hasil pengingat</translation>
    </message>
    <message>
        <source>by those reminded</source>
        <translation>dari yang diingatkan</translation>
    </message>
    <message>
        <source>not contacted</source>
        <translation>tidak dihubungi</translation>
    </message>
    <message>
        <source>reminded</source>
        <translation>diingatkan</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} dari {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n ditunggu</numerusform>
        </translation>
    </message>
    <message>
        <source>Not enough yet</source>
        <translation>Belum cukup</translation>
    </message>
    <message>
        <source>for each 100 reminded</source>
        <translation>dari 100 diingatkan</translation>
    </message>
    <message>
        <source>needs {0} per group</source>
        <translation>perlu {0} per kelompok</translation>
    </message>
    <message>
        <source>{0} fewer</source>
        <translation>{0} lebih sedikit</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0} lebih banyak</translation>
    </message>
</context>
<context>
    <name>GroupBar</name>
    <message>
        <source>Later</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Lebih lama</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Minggu ini</translation>
    </message>
    <message>
        <source>Up to 30 days late</source>
        <translation>Lewat s.d. 30 hari</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Isi bantuan</translation>
    </message>
    <message>
        <source>Nothing about this. Try another word.</source>
        <translation>Tidak ada tentang ini. Coba kata lain.</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Cari di bantuan</translation>
    </message>
    <message>
        <source>Search the help…</source>
        <translation>Cari di bantuan…</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Pokok bahasan</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Amount</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Kolom…</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Engine oil</source>
        <translation>Oli mesin</translation>
    </message>
    <message>
        <source>KM</source>
        <translation>KM</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>No visit is recorded yet. F2 starts the first work order.</source>
        <translation>Belum ada servis yang dicatat. Tekan F2 untuk servis pertama.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>No. PKB</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Riwayat servis</translation>
    </message>
    <message>
        <source>Visits ({0})</source>
        <translation>Riwayat servis ({0})</translation>
    </message>
    <message>
        <source>Visits ({0}, the latest {1} shown)</source>
        <translation>Riwayat servis ({0}, ditampilkan {1} terbaru)</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Pekerjaan</translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message>
        <source>formerly {0}</source>
        <translation>dulu {0}</translation>
    </message>
    <message>
        <source>no visit yet</source>
        <translation>belum pernah servis</translation>
    </message>
    <message>
        <source>owner not known</source>
        <translation>pemilik belum diketahui</translation>
    </message>
    <message>
        <source>+{0} more</source>
        <translation>+{0} lagi</translation>
    </message>
    <message>
        <source>Even more of them in the list of vehicles</source>
        <translation>Masih banyak lagi: lihat daftar kendaraan</translation>
    </message>
    <message>
        <source>more than {0} more</source>
        <translation>lebih dari {0} lagi</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>All vehicles →</source>
        <translation>Semua kendaraan →</translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation>Jatuh tempo minggu ini</translation>
    </message>
    <message>
        <source>Nothing falls due this week.</source>
        <translation>Tidak ada yang jatuh tempo minggu ini.</translation>
    </message>
    <message>
        <source>Open the reminders →</source>
        <translation>Buka daftar pengingat →</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Terakhir dibuka</translation>
    </message>
    <message>
        <source>Owner not known</source>
        <translation>Pemilik belum diketahui</translation>
    </message>
    <message>
        <source>The cards you open are listed here, the latest first.</source>
        <translation>Kartu yang dibuka tercatat di sini, yang terbaru di atas.</translation>
    </message>
    <message>
        <source>no visit yet</source>
        <translation>belum pernah servis</translation>
    </message>
    <message>
        <source>visit {0}</source>
        <translation>servis {0}</translation>
    </message>
    <message numerus="yes">
        <source>{0} vehicles</source>
        <translation>
            <numerusform>{0} kendaraan</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} today</source>
        <translation>tadi {0}</translation>
    </message>
</context>
<context>
    <name>IdleKeys</name>
    <message>
        <source>Open a vehicle&apos;s card first.</source>
        <translation>Buka kartu kendaraannya dulu.</translation>
    </message>
    <message>
        <source>There is no list on this page to save.</source>
        <translation>Di halaman ini tidak ada daftar untuk disimpan.</translation>
    </message>
    <message>
        <source>There is nothing to print on this page. A list is saved for Excel with Ctrl+E.</source>
        <translation>Di halaman ini tidak ada yang bisa dicetak. Daftar disimpan untuk Excel dengan Ctrl+E.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Customers: {0} new, {1} known already</source>
        <translation>Pelanggan: {0} baru, {1} sudah ada</translation>
    </message>
    <message>
        <source>Imported: {0}</source>
        <translation>Diimpor: {0}</translation>
    </message>
    <message>
        <source>Left out by hand.</source>
        <translation>Dilewati dengan sengaja.</translation>
    </message>
    <message>
        <source>Left out by hand. This could not be read: {0}</source>
        <translation>Dilewati dengan sengaja. Ini tidak terbaca: {0}</translation>
    </message>
    <message>
        <source>No row says which vehicle has the ID {0}.</source>
        <translation>Tidak ada baris yang menyebut kendaraan dengan ID {0}.</translation>
    </message>
    <message>
        <source>No row says which vehicle {0} belongs to.</source>
        <translation>Tidak ada baris yang menyebut kendaraan untuk {0}.</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Tidak masuk</translation>
    </message>
    <message>
        <source>Not taken:</source>
        <translation>Tidak masuk:</translation>
    </message>
    <message>
        <source>Outcomes written down: {0}</source>
        <translation>Hasil pengingat yang dicatat: {0}</translation>
    </message>
    <message>
        <source>Products: {0} new, {1} with another price</source>
        <translation>Barang: {0} baru, {1} dengan harga lain</translation>
    </message>
    <message>
        <source>Put back as it was exported: {0}</source>
        <translation>Dikembalikan seperti saat diekspor: {0}</translation>
    </message>
    <message>
        <source>Reason not taken</source>
        <translation>Alasan tidak masuk</translation>
    </message>
    <message>
        <source>Rehearsal: nothing was written.</source>
        <translation>Baru percobaan: tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Rows: {0} in all, {1} taken, {2} known already, {3} not taken, {4} titles, totals, notes and blanks</source>
        <translation>Baris: {0} semuanya, {1} masuk, {2} sudah ada, {3} tidak masuk, {4} judul, total, catatan dan kosong</translation>
    </message>
    <message>
        <source>Taken without a cell that could not be read (it is kept as a remark):</source>
        <translation>Masuk tanpa satu sel yang tidak terbaca (isinya disimpan sebagai keterangan):</translation>
    </message>
    <message>
        <source>Taken without what a cell points to:</source>
        <translation>Masuk tanpa yang dirujuk satu sel:</translation>
    </message>
    <message>
        <source>The column “{0}” is empty.</source>
        <translation>Kolom “{0}” kosong.</translation>
    </message>
    <message>
        <source>The column “{0}” is missing: nothing of the sheet is taken.</source>
        <translation>Kolom “{0}” tidak ada: lembar ini tidak diambil sama sekali.</translation>
    </message>
    <message>
        <source>The date is missing.</source>
        <translation>Tanggalnya kosong.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Namanya belum diisi.</translation>
    </message>
    <message>
        <source>The plate is missing.</source>
        <translation>Platnya kosong.</translation>
    </message>
    <message>
        <source>Vehicles: {0} new, {1} known already</source>
        <translation>Kendaraan: {0} baru, {1} sudah ada</translation>
    </message>
    <message>
        <source>What it belongs to, {0}, is not in the workbook.</source>
        <translation>Induknya, {0}, tidak ada di buku Excel ini.</translation>
    </message>
    <message>
        <source>Work orders: {0} new, {1} known already</source>
        <translation>Servis: {0} baru, {1} sudah ada</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is there twice.</source>
        <translation>{0} ada dua kali.</translation>
    </message>
    <message>
        <source>{0} lies in the bin. Put it back first.</source>
        <translation>{0} ada di tempat sampah. Kembalikan dulu.</translation>
    </message>
    <message>
        <source>{0}, row {1}: {2}</source>
        <translation>{0}, baris {1}: {2}</translation>
    </message>
    <message>
        <source>{0}, which it points to, is not in the workbook</source>
        <translation>{0}, yang dirujuknya, tidak ada di buku Excel ini</translation>
    </message>
    <message>
        <source>“{0}” can not stand in its column.</source>
        <translation>“{0}” tidak cocok untuk kolomnya.</translation>
    </message>
    <message>
        <source>“{0}” could be two days, and no other date of the column tells which.</source>
        <translation>“{0}” bisa berarti dua hari berbeda, dan tanggal lain di kolom itu tidak menjelaskan yang mana.</translation>
    </message>
    <message>
        <source>“{0}” has lost digits of a phone number</source>
        <translation>“{0}” kehilangan sebagian angka nomor telepon</translation>
    </message>
    <message>
        <source>“{0}” has no price. Or is it a heading?</source>
        <translation>“{0}” tidak punya harga. Atau ini judul?</translation>
    </message>
    <message>
        <source>“{0}” is a day on which this visit can not have been.</source>
        <translation>“{0}” bukan hari yang mungkin untuk servis ini.</translation>
    </message>
    <message>
        <source>“{0}” is a formula that failed</source>
        <translation>“{0}” adalah rumus yang gagal</translation>
    </message>
    <message>
        <source>“{0}” is not a date.</source>
        <translation>“{0}” bukan tanggal.</translation>
    </message>
    <message>
        <source>“{0}” is not a number of kilometres</source>
        <translation>“{0}” bukan angka kilometer</translation>
    </message>
    <message>
        <source>“{0}” is not a plate.</source>
        <translation>“{0}” bukan nopol.</translation>
    </message>
    <message>
        <source>“{0}” is not a quantity</source>
        <translation>“{0}” bukan jumlah</translation>
    </message>
    <message>
        <source>“{0}” is not a year</source>
        <translation>“{0}” bukan tahun</translation>
    </message>
    <message>
        <source>“{0}” is not an amount of money</source>
        <translation>“{0}” bukan jumlah uang</translation>
    </message>
    <message>
        <source>“{0}” is work: the price list is of goods.</source>
        <translation>“{0}” adalah jasa: daftar harga ini untuk barang.</translation>
    </message>
    <message>
        <source>“{0}” has letters among the digits of a phone number</source>
        <translation>Ada huruf di antara angka nomor telepon “{0}”</translation>
    </message>
    <message>
        <source>“{0}” km can not be right beside the other kilometres of this vehicle</source>
        <translation>“{0}” km tidak cocok dengan kilometer lain kendaraan ini</translation>
    </message>
    <message>
        <source>Filled in what was blank: {0} customers, {1} vehicles</source>
        <translation>Yang kosong dilengkapi: {0} pelanggan, {1} kendaraan</translation>
    </message>
    <message>
        <source>{0} (numbers)</source>
        <translation>{0} (angka)</translation>
    </message>
    <message>
        <source>“{0}”: this visit was not made, or is still to come.</source>
        <translation>“{0}”: kunjungan ini tidak jadi, atau belum terjadi.</translation>
    </message>
    <message>
        <source>{0}: columns not taken: {1}</source>
        <translation>{0}: kolom yang tidak diambil: {1}</translation>
    </message>
    <message>
        <source>{0}: taken by a guess, please look at it: {1}</source>
        <translation>{0}: diambil berdasarkan dugaan, mohon dilihat: {1}</translation>
    </message>
    <message>
        <source>A text of {0} letters is too long for its column.</source>
        <translation>Teks {0} huruf terlalu panjang untuk kolomnya.</translation>
    </message>
    <message>
        <source>its title does not tell, what stands there looks like it</source>
        <translation>judulnya tidak menyebutkannya, isinya tampak seperti itu</translation>
    </message>
    <message>
        <source>its title only hints at it</source>
        <translation>judulnya hanya mirip</translation>
    </message>
    <message>
        <source>its title says so, what stands there hardly looks like it</source>
        <translation>judulnya begitu, tetapi isinya kurang mirip</translation>
    </message>
    <message>
        <source>its title says something else, what stands there fits</source>
        <translation>judulnya menyebut hal lain, tetapi isinya cocok</translation>
    </message>
    <message>
        <source>“{0}” is no phone number and kept as words</source>
        <translation>“{0}” bukan nomor telepon, disimpan sebagai tulisan</translation>
    </message>
    <message>
        <source>“{0}” is no phone number, and no customer is named to keep it with</source>
        <translation>“{0}” bukan nomor telepon, dan tidak ada nama pelanggan untuk menyimpannya</translation>
    </message>
</context>
<context>
    <name>ImportBook</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>Answers to reminders</source>
        <translation>Hasil pengingat</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>Sedang diperiksa…</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Merek</translation>
    </message>
    <message>
        <source>Can be read now.</source>
        <translation>Sudah bisa dibaca.</translation>
    </message>
    <message>
        <source>Category of the product</source>
        <translation>Golongan barang</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Complaint about the vehicle</source>
        <translation>Keluhan kendaraan</translation>
    </message>
    <message>
        <source>Contact again on</source>
        <translation>Hubungi lagi tanggal</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Kontak (PIC)</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Date of the visit</source>
        <translation>Tanggal servis</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Jangan diimpor</translation>
    </message>
    <message>
        <source>Engine oil</source>
        <translation>Oli mesin</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Fill in only where ours is blank</source>
        <translation>Isi yang kosong saja</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Sapaan</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Pertahankan data kita</translation>
    </message>
    <message>
        <source>Kilometres</source>
        <translation>Kilometer</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dilewati</translation>
    </message>
    <message>
        <source>Lines of visits</source>
        <translation>Rincian servis</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>Diperbaiki</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Motorcycle or car</source>
        <translation>Motor atau mobil</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Name of the product</source>
        <translation>Nama barang</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Tidak masuk</translation>
    </message>
    <message>
        <source>Number of the customer in the old program</source>
        <translation>Nomor pelanggan di program lama</translation>
    </message>
    <message>
        <source>Number of the vehicle in the old program</source>
        <translation>Nomor kendaraan di program lama</translation>
    </message>
    <message>
        <source>Number on the call sheet</source>
        <translation>Nomor di daftar telepon</translation>
    </message>
    <message>
        <source>One customer</source>
        <translation>Satu pelanggan</translation>
    </message>
    <message>
        <source>Other oil</source>
        <translation>Oli lain</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Data kita</translation>
    </message>
    <message>
        <source>Ours is filled in</source>
        <translation>Yang kosong diisi</translation>
    </message>
    <message>
        <source>Ours stays</source>
        <translation>Data kita tetap</translation>
    </message>
    <message>
        <source>Part of the total</source>
        <translation>Bagian dari total</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Suku cadang</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Nopol</translation>
    </message>
    <message>
        <source>Plate, digits</source>
        <translation>Nopol, angka</translation>
    </message>
    <message>
        <source>Plate, letters behind</source>
        <translation>Nopol, huruf belakang</translation>
    </message>
    <message>
        <source>Plate, letters in front</source>
        <translation>Nopol, huruf depan</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Prices of products</source>
        <translation>Harga barang</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Quantity of each</source>
        <translation>Jumlah per item</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Row number: not used</source>
        <translation>Nomor urut: tidak dipakai</translation>
    </message>
    <message>
        <source>Rows are</source>
        <translation>Isi baris</translation>
    </message>
    <message>
        <source>Rows in the book</source>
        <translation>Baris di berkas</translation>
    </message>
    <message>
        <source>Rows not taken</source>
        <translation>Baris tidak masuk</translation>
    </message>
    <message>
        <source>Rows taken</source>
        <translation>Baris masuk</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Ambil dari berkas</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>Dipakai sebagai</translation>
    </message>
    <message>
        <source>Taken without this cell</source>
        <translation>Masuk tanpa sel ini</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Di berkas</translation>
    </message>
    <message>
        <source>Theirs is taken</source>
        <translation>Diambil dari berkas</translation>
    </message>
    <message>
        <source>They are</source>
        <translation>Mereka</translation>
    </message>
    <message>
        <source>Title in the book</source>
        <translation>Judul di buku</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Two customers</source>
        <translation>Dua pelanggan</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Jadinya</translation>
    </message>
    <message>
        <source>What came of the reminder</source>
        <translation>Hasil pengingat</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Isinya</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Milik</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Work and parts</source>
        <translation>Pekerjaan dan suku cadang</translation>
    </message>
    <message>
        <source>Work or part</source>
        <translation>Jasa atau barang</translation>
    </message>
    <message>
        <source>Work order number</source>
        <translation>Nomor servis</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>Work, ticked</source>
        <translation>Pekerjaan, dicentang</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>of {0} rows</source>
        <translation>dari {0} baris</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>{0} diubah</translation>
    </message>
    <message>
        <source>{0} known already</source>
        <translation>{0} sudah ada</translation>
    </message>
    <message>
        <source>{0} known already ({1} changed)</source>
        <translation>{0} sudah ada ({1} diubah)</translation>
    </message>
    <message>
        <source>{0} new</source>
        <translation>{0} baru</translation>
    </message>
    <message>
        <source>Taken as it stands there</source>
        <translation>Diambil seperti tertulis</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nama depan</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nama belakang</translation>
    </message>
    <message>
        <source>Made, booked or called off</source>
        <translation>Jadi, dipesan, atau batal</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Nama tengah</translation>
    </message>
    <message>
        <source>Column not taken.</source>
        <translation>Kolom tidak diambil.</translation>
    </message>
    <message>
        <source>Column of numbers, not taken.</source>
        <translation>Kolom angka, tidak diambil.</translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n sel</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken: {0}</source>
        <translation>Tidak diambil: {0}</translation>
    </message>
</context>
<context>
    <name>ImportFile</name>
    <message>
        <source>Its rows are</source>
        <translation>Isi barisnya</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Titles in row</source>
        <translation>Judul kolom di baris</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>tidak diambil</translation>
    </message>
</context>
<context>
    <name>ImportMapping</name>
    <message>
        <source>Column in the file</source>
        <translation>Kolom di berkas</translation>
    </message>
    <message>
        <source>Column {0}, no title</source>
        <translation>Kolom {0}, tanpa judul</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Masuk ke</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Tebakan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What is known already</source>
        <translation>Data yang sudah ada</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Contoh isi</translation>
    </message>
    <message>
        <source>When a field is different in the book and in this program, which one is kept?</source>
        <translation>Kalau isi buku berbeda dengan isi program, mana yang dipakai?</translation>
    </message>
    <message>
        <source>all blank</source>
        <translation>kosong semua</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>mungkin</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>diingat</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>yakin</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>ragu</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>pilihan Anda</translation>
    </message>
    <message>
        <source>{0} filled, {1} blank</source>
        <translation>{0} terisi, {1} kosong</translation>
    </message>
    <message>
        <source>{0} readable</source>
        <translation>{0} terbaca</translation>
    </message>
    <message>
        <source>{0} valid, {1} to be checked</source>
        <translation>{0} sah, {1} perlu diperiksa</translation>
    </message>
    <message>
        <source>“{0}” → {1}: {2}.</source>
        <translation>“{0}” → {1}: {2}.</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Tinggalkan</translation>
    </message>
    <message>
        <source>&amp;Stay here</source>
        <translation>T&amp;etap di sini</translation>
    </message>
    <message>
        <source>A copy of the shop file, then the book…</source>
        <translation>Cadangan dulu, lalu isi berkas diimpor…</translation>
    </message>
    <message>
        <source>Books ({0})</source>
        <translation>Buku ({0})</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was saved.</source>
        <translation>Dibatalkan. Tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Membatalkan…</translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation>Memeriksa setiap baris…</translation>
    </message>
    <message>
        <source>Choose the book</source>
        <translation>Pilih buku</translation>
    </message>
    <message>
        <source>Import an Excel book</source>
        <translation>Impor buku Excel</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Membaca berkas…</translation>
    </message>
    <message>
        <source>Sample book.xlsx</source>
        <translation>Contoh buku.xlsx</translation>
    </message>
    <message>
        <source>Save a sample Excel file</source>
        <translation>Simpan contoh berkas Excel</translation>
    </message>
    <message>
        <source>Save the rows not taken</source>
        <translation>Simpan baris yang tidak masuk</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Tersimpan: {0}</translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation>Mengurungkan impor…</translation>
    </message>
    <message>
        <source>What you matched and mended here is not saved. Leave all the same?</source>
        <translation>Yang Anda cocokkan dan perbaiki di sini belum disimpan. Tetap keluar?</translation>
    </message>
    <message>
        <source>{0} - not taken.xlsx</source>
        <translation>{0} - tidak masuk.xlsx</translation>
    </message>
</context>
<context>
    <name>Intervals</name>
    <message>
        <source>Car: km</source>
        <translation>Mobil: km</translation>
    </message>
    <message>
        <source>Car: months</source>
        <translation>Mobil: bulan</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Jenis pekerjaan</translation>
    </message>
    <message>
        <source>Motorcycle: km</source>
        <translation>Motor: km</translation>
    </message>
    <message>
        <source>Motorcycle: months</source>
        <translation>Motor: bulan</translation>
    </message>
    <message>
        <source>{0}, {1}: “{2}” is not a number from 1 to {3}. Leave it blank for “never”.</source>
        <translation>{0}, {1}: “{2}” bukan angka 1 sampai {3}. Kosongkan kalau tidak dipakai.</translation>
    </message>
</context>
<context>
    <name>IntervalsDialog</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Dan %n lagi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the shipped values</source>
        <translation>Kembali ke angka bawaan</translation>
    </message>
    <message>
        <source>Counted from the day the work was really done; months or km, whichever comes first. Blank means: not by this measure. Bold is what this workshop changed.</source>
        <translation>Dihitung sejak pekerjaan benar-benar dilakukan; bulan atau km, mana yang lebih dulu. Kosong berarti ukuran itu tidak dipakai. Angka tebal adalah angka bengkel ini sendiri.</translation>
    </message>
    <message>
        <source>How often is what due?</source>
        <translation>Kapan pekerjaan jatuh tempo lagi?</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Jarak servis</translation>
    </message>
    <message>
        <source>These are the shipped values. Save to use them.</source>
        <translation>Ini angka bawaan program. Simpan untuk memakainya.</translation>
    </message>
</context>
<context>
    <name>KnownCustomers</name>
    <message>
        <source>Choose</source>
        <translation>Pilih</translation>
    </message>
    <message>
        <source>Choose {0}</source>
        <translation>Pilih {0}</translation>
    </message>
    <message>
        <source>Perhaps already a customer</source>
        <translation>Mungkin sudah pelanggan</translation>
    </message>
    <message>
        <source>owns {0}</source>
        <translation>punya {0}</translation>
    </message>
</context>
<context>
    <name>LeftOutTab</name>
    <message>
        <source>All reasons ({0})</source>
        <translation>Semua alasan ({0})</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Kembali ke daftar</translation>
    </message>
    <message>
        <source>Enter opens the card, where most of these can be put right.</source>
        <translation>Enter membuka kartunya; di sana sebagian besar bisa dibetulkan.</translation>
    </message>
    <message>
        <source>Everybody who is due is on the list.</source>
        <translation>Semua yang jatuh tempo ada di daftar.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Yang dilewati</translation>
    </message>
    <message>
        <source>Nobody is left out</source>
        <translation>Tidak ada yang dilewati</translation>
    </message>
    <message>
        <source>Off the list when late for</source>
        <translation>Tidak didaftar bila terlambat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message numerus="yes">
        <source>Saved: off the list when late for %n days</source>
        <translation>
            <numerusform>Disimpan: tidak didaftar lagi bila terlambat %n hari</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftWork</name>
    <message>
        <source>Thrown away: {0}</source>
        <translation>Dibuang: {0}</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Mechanic of this line</source>
        <translation>Montir baris ini</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>Hapus baris</translation>
    </message>
    <message>
        <source>Work or item</source>
        <translation>Pekerjaan atau barang</translation>
    </message>
</context>
<context>
    <name>LinesEditor</name>
    <message>
        <source>Add a line</source>
        <translation>Tambah baris</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Oil</source>
        <translation>Oli</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Suku cadang</translation>
    </message>
    <message>
        <source>Price each</source>
        <translation>Harga satuan</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Jasa</translation>
    </message>
    <message>
        <source>Work, parts and oil</source>
        <translation>Jasa, suku cadang dan oli</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Columns…</source>
        <translation>Kolom…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Menghitung…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Mencari…</translation>
    </message>
    <message>
        <source>Sort: {0} {1}</source>
        <translation>Urut: {0} {1}</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>%n baris disalin</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%n entries are back</source>
        <translation>
            <numerusform>%n entri dikembalikan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries moved to the bin</source>
        <translation>
            <numerusform>%n entri dipindahkan ke tempat sampah</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose at most %n rows to move them to the bin.</source>
        <translation>
            <numerusform>Pilih paling banyak %n baris untuk dipindahkan ke tempat sampah.</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Pindahkan ke tempat sampah</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Servis baru</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Buka kartu</translation>
    </message>
</context>
<context>
    <name>LookAlikesTab</name>
    <message>
        <source>Names that are much alike, with nothing that proves it. Space says they are one customer.</source>
        <translation>Nama yang mirip, tetapi belum tentu sama. Tekan Spasi kalau memang satu pelanggan.</translation>
    </message>
    <message>
        <source>Row {0}: {1}</source>
        <translation>Baris {0}: {1}</translation>
    </message>
    <message>
        <source>Who may be one customer</source>
        <translation>Siapa yang mungkin satu pelanggan</translation>
    </message>
</context>
<context>
    <name>LookingBanner</name>
    <message>
        <source>Write-protected: nothing you enter is saved.</source>
        <translation>Terlindung dari penulisan: isian tidak tersimpan.</translation>
    </message>
    <message>
        <source>{0} is write-protected: it can be looked at, and nothing you enter is saved.</source>
        <translation>{0} terlindung dari penulisan: bisa dilihat, tetapi yang Anda isi tidak tersimpan.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Sample shop: {0}</source>
        <translation>Bengkel contoh: {0}</translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n baris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n rows</source>
        <translation>
            <numerusform>Periksa %n baris</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose for each field…</source>
        <translation>Atur per data…</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Kolom berkas</translation>
    </message>
    <message>
        <source>Different for each field</source>
        <translation>Berbeda per data</translation>
    </message>
    <message>
        <source>Match the file&apos;s columns with the workshop&apos;s data</source>
        <translation>Cocokkan kolom berkas dengan data bengkel</translation>
    </message>
    <message>
        <source>Matched as last time with such a file; look at what is yellow.</source>
        <translation>Dicocokkan seperti terakhir kali; periksa yang kuning.</translation>
    </message>
    <message>
        <source>Plate of all rows</source>
        <translation>Nopol semua baris</translation>
    </message>
    <message>
        <source>Plate of all rows:</source>
        <translation>Nopol semua baris:</translation>
    </message>
    <message>
        <source>“{0}” lacks a column for: {1}</source>
        <translation>“{0}” belum punya kolom: {1}</translation>
    </message>
    <message>
        <source>The guesses are filled in; look at what is yellow.</source>
        <translation>Tebakan sudah diisikan; periksa yang kuning.</translation>
    </message>
    <message>
        <source>What is known already</source>
        <translation>Data yang sudah ada</translation>
    </message>
    <message>
        <source>What is known already:</source>
        <translation>Data yang sudah ada:</translation>
    </message>
    <message>
        <source>{0} · sheet “{1}” · {2} · {3}.</source>
        <translation>{0} · lembar “{1}” · {2} · {3}.</translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n lagi)</numerusform>
        </translation>
    </message>
    <message>
        <source>Guessed, please look:</source>
        <translation>Tebakan, mohon diperiksa:</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Tutup pesan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
</context>
<context>
    <name>MonthBook</name>
    <message>
        <source>A summary with two charts, customers new, returning and lost, what reminders brought, and every line of work in a sheet for pivot tables.</source>
        <translation>Ringkasan dengan dua grafik, pelanggan baru, kembali dan hilang, hasil pengingat, serta semua rincian servis dalam lembar untuk tabel pivot.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Monthly book {0}.xlsx</source>
        <translation>Buku bulanan {0}.xlsx</translation>
    </message>
    <message>
        <source>Save the month</source>
        <translation>Simpan buku bulanan</translation>
    </message>
    <message>
        <source>Save the month…</source>
        <translation>Simpan buku bulanan…</translation>
    </message>
    <message>
        <source>The month is in {0}</source>
        <translation>Buku bulanan tersimpan di {0}</translation>
    </message>
    <message>
        <source>The owner&apos;s monthly book</source>
        <translation>Buku bulanan pemilik</translation>
    </message>
</context>
<context>
    <name>NearPlate</name>
    <message>
        <source>Another &amp;vehicle</source>
        <translation>Kendaraan &amp;lain</translation>
    </message>
    <message>
        <source>Like {0}</source>
        <translation>Mirip {0}</translation>
    </message>
    <message>
        <source>Open its card</source>
        <translation>Buka kartunya</translation>
    </message>
</context>
<context>
    <name>NextDueBar</name>
    <message>
        <source>Next visit worked out: {0}</source>
        <translation>Servis berikutnya otomatis: {0}</translation>
    </message>
    <message>
        <source>The next visit is worked out from the work done</source>
        <translation>Servis berikutnya dihitung dari pekerjaan yang diisi</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>± {0}</translation>
    </message>
    <message>
        <source>still due: {0}</source>
        <translation>masih jatuh tempo: {0}</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} atau {1}</translation>
    </message>
</context>
<context>
    <name>NotFound</name>
    <message>
        <source>Check what you typed, or register it as a new vehicle. The plate is filled in for you.</source>
        <translation>Periksa ketikan, atau daftarkan sebagai kendaraan baru. Nopol sudah diisikan untuk Anda.</translation>
    </message>
    <message>
        <source>Nothing fits “{0}”</source>
        <translation>Tidak ada yang cocok dengan “{0}”</translation>
    </message>
    <message>
        <source>Register vehicle</source>
        <translation>Daftarkan kendaraan</translation>
    </message>
    <message>
        <source>This plate is not registered yet</source>
        <translation>Nopol ini belum terdaftar</translation>
    </message>
    <message>
        <source>Try a part of the name, the last digits of the phone, or the digits of the plate.</source>
        <translation>Coba sebagian nama, angka terakhir nomor HP, atau angka pada nopol.</translation>
    </message>
    <message>
        <source>It was put there on {0}. Put back, it has its history again.</source>
        <translation>Dibuang pada {0}. Jika dikembalikan, riwayatnya ikut kembali.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Register it anew</source>
        <translation>Daftarkan sebagai kendaraan baru</translation>
    </message>
    <message>
        <source>This plate lies in the bin</source>
        <translation>Nopol ini ada di tempat sampah</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Simpan catatan</translation>
    </message>
    <message>
        <source>What should be known next time?</source>
        <translation>Apa yang perlu diingat lain kali?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>The note was thrown away.</source>
        <translation>Catatan itu dibuang.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>Add a note  Ctrl+K</source>
        <translation>Tambah catatan  Ctrl+K</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Keluhan</translation>
    </message>
    <message>
        <source>Edit this note</source>
        <translation>Ubah catatan ini</translation>
    </message>
    <message>
        <source>Move this note to the bin</source>
        <translation>Pindahkan catatan ini ke tempat sampah</translation>
    </message>
    <message>
        <source>No notes. Ctrl+K writes one.</source>
        <translation>Belum ada catatan. Tekan Ctrl+K untuk menulis.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Notes and complaints</source>
        <translation>Catatan &amp; keluhan</translation>
    </message>
</context>
<context>
    <name>OilEntry</name>
    <message>
        <source>Oil</source>
        <translation>Oli</translation>
    </message>
    <message>
        <source>as always</source>
        <translation>seperti biasa</translation>
    </message>
    <message>
        <source>last time {0}</source>
        <translation>terakhir {0}</translation>
    </message>
    <message>
        <source>the same as always</source>
        <translation>sama seperti biasanya</translation>
    </message>
    <message>
        <source>this is not an engine oil</source>
        <translation>ini bukan oli mesin</translation>
    </message>
    <message>
        <source>usually {0}</source>
        <translation>biasanya {0}</translation>
    </message>
</context>
<context>
    <name>OtherVehicles</name>
    <message>
        <source>The owner&apos;s other vehicles</source>
        <translation>Kendaraan lain pemilik ini</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; type the owner&apos;s name to see them</source>
        <translation>
            <numerusform>dan %n lagi; ketik nama pemilik untuk melihatnya</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message>
        <source>1 month</source>
        <translation>1 bulan</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 minggu</translation>
    </message>
    <message>
        <source>2 weeks</source>
        <translation>2 minggu</translation>
    </message>
    <message>
        <source>A day to come, please</source>
        <translation>Isi tanggal yang akan datang</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Semuanya</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Contact again on</source>
        <translation>Hubungi lagi tanggal</translation>
    </message>
    <message>
        <source>Contact again on which day?</source>
        <translation>Hubungi lagi tanggal berapa?</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Tunda</translation>
    </message>
    <message>
        <source>What came of the call</source>
        <translation>Hasil telepon</translation>
    </message>
    <message>
        <source>Which vehicle was sold?</source>
        <translation>Kendaraan mana yang terjual?</translation>
    </message>
    <message>
        <source>What came of the call: {0}</source>
        <translation>Hasil telepon {0}</translation>
    </message>
    <message>
        <source>Which number is wrong?</source>
        <translation>Nomor mana yang salah?</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Due by</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Outcome (1 to 6)</source>
        <translation>Hasil (1 sampai 6)</translation>
    </message>
    <message>
        <source>Outcomes {0}</source>
        <translation>Hasil {0}</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Nopol</translation>
    </message>
    <message>
        <source>Until (for 2)</source>
        <translation>Sampai (untuk 2)</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Yang jatuh tempo</translation>
    </message>
    <message>
        <source>neither a number nor a plate</source>
        <translation>tidak ada nomor maupun nopol</translation>
    </message>
    <message>
        <source>no vehicle has the plate {0}</source>
        <translation>tidak ada kendaraan dengan nopol {0}</translation>
    </message>
    <message>
        <source>number and plate are of different people: {0}</source>
        <translation>nomor dan nopol milik orang yang berbeda: {0}</translation>
    </message>
    <message>
        <source>the day {0} is not in the future</source>
        <translation>tanggal {0} sudah lewat</translation>
    </message>
    <message>
        <source>the last list had no number {0}</source>
        <translation>daftar terakhir tidak punya nomor {0}</translation>
    </message>
    <message>
        <source>which vehicle was sold? Write one plate: {0}</source>
        <translation>kendaraan mana yang terjual? Tulis satu nopol: {0}</translation>
    </message>
    <message>
        <source>{0} has an outcome in a row above</source>
        <translation>{0} sudah punya hasil di baris sebelumnya</translation>
    </message>
    <message>
        <source>{0} is not on the list and was not reminded lately</source>
        <translation>{0} tidak ada di daftar dan belum lama ini tidak diingatkan</translation>
    </message>
    <message>
        <source>{0}, row {1}</source>
        <translation>{0}, baris {1}</translation>
    </message>
    <message>
        <source>“later” needs the day until when</source>
        <translation>“nanti” perlu tanggalnya</translation>
    </message>
    <message>
        <source>“{0}” is no date</source>
        <translation>“{0}” bukan tanggal</translation>
    </message>
    <message>
        <source>“{0}” is no outcome</source>
        <translation>“{0}” bukan hasil yang dikenal</translation>
    </message>
</context>
<context>
    <name>OwnerChangeFields</name>
    <message>
        <source>Correct this owner&apos;s data</source>
        <translation>Betulkan data pemilik ini</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Owner since</source>
        <translation>Pemilik sejak</translation>
    </message>
    <message>
        <source>The vehicle has a new owner</source>
        <translation>Kendaraan berganti pemilik</translation>
    </message>
</context>
<context>
    <name>OwnerFields</name>
    <message>
        <source>A known customer: {0}</source>
        <translation>Pelanggan lama: {0}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Contact person (company)</source>
        <translation>Kontak (perusahaan)</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>Bukan yang ini</translation>
    </message>
    <message>
        <source>Owner&apos;s name</source>
        <translation>Nama pemilik</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>not a whole number: {0}</source>
        <translation>nomor belum lengkap: {0}</translation>
    </message>
    <message>
        <source>kept as words, nothing to call: {0}</source>
        <translation>disimpan sebagai kata, tidak bisa ditelepon: {0}</translation>
    </message>
    <message>
        <source>with letters inside, read as {0}</source>
        <translation>ada huruf di dalamnya, dibaca {0}</translation>
    </message>
    <message>
        <source>until now: {0}</source>
        <translation>selama ini: {0}</translation>
    </message>
    <message>
        <source>will be added: {0}</source>
        <translation>akan ditambahkan: {0}</translation>
    </message>
</context>
<context>
    <name>OwnerMonth</name>
    <message>
        <source>Amount</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Beyond the lines</source>
        <translation>Di luar rincian</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Merek</translation>
    </message>
    <message>
        <source>By kind of work</source>
        <translation>Menurut jenis pekerjaan</translation>
    </message>
    <message>
        <source>By mechanic</source>
        <translation>Menurut montir</translation>
    </message>
    <message>
        <source>By sort</source>
        <translation>Menurut jenis rincian</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Datang</translation>
    </message>
    <message>
        <source>Came, %</source>
        <translation>Datang, %</translation>
    </message>
    <message numerus="yes">
        <source>Came: within %n days of the reminder, or of the due day.</source>
        <translation>
            <numerusform>Datang: dalam %n hari sejak diingatkan atau sejak jatuh tempo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Customers: new, returning, lost</source>
        <translation>Pelanggan: baru, kembali, hilang</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Per hari</translation>
    </message>
    <message>
        <source>Due and not reminded</source>
        <translation>Jatuh tempo, tidak diingatkan</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Hari pertama</translation>
    </message>
    <message>
        <source>Goods sold</source>
        <translation>Barang yang dijual</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Pendapatan</translation>
    </message>
    <message>
        <source>Income a work order</source>
        <translation>Pendapatan per servis</translation>
    </message>
    <message>
        <source>Income so far, against the month before</source>
        <translation>Pendapatan berjalan, dibanding bulan sebelumnya</translation>
    </message>
    <message>
        <source>Income {0}</source>
        <translation>Pendapatan {0}</translation>
    </message>
    <message>
        <source>Kind of vehicle</source>
        <translation>Jenis kendaraan</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Jenis pekerjaan</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Servis terakhir</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Hilang</translation>
    </message>
    <message>
        <source>Lost customers</source>
        <translation>Pelanggan hilang</translation>
    </message>
    <message>
        <source>Lost: did not come, though the usual pause between visits of a vehicle ran out in this month (half as long again as usual, after three visits or more).</source>
        <translation>Hilang: tidak datang, padahal jeda servis kendaraannya yang biasa sudah lewat di bulan ini (satu setengah kali jeda biasanya, setelah tiga kali servis atau lebih).</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Per bulan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>Pelanggan baru</translation>
    </message>
    <message>
        <source>New: the customer&apos;s first visit was in this month.</source>
        <translation>Baru: servis pertamanya di bulan ini.</translation>
    </message>
    <message>
        <source>No mechanic</source>
        <translation>Tanpa montir</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Other work</source>
        <translation>Pekerjaan lain</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Nopol</translation>
    </message>
    <message>
        <source>Plates</source>
        <translation>Nopol</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Reminded in this month</source>
        <translation>Diingatkan di bulan ini</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Pengingat</translation>
    </message>
    <message>
        <source>Returning</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Returning customers</source>
        <translation>Pelanggan kembali</translation>
    </message>
    <message>
        <source>Returning: came in this month, and had come before.</source>
        <translation>Kembali: datang di bulan ini dan sudah pernah datang sebelumnya.</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Jenis rincian</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Still have time</source>
        <translation>Masih ditunggu</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Uraian</translation>
    </message>
    <message>
        <source>The month of {0}</source>
        <translation>Buku bulanan {0}</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Vehicles that came</source>
        <translation>Kendaraan yang datang</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Without a customer</source>
        <translation>Tanpa pelanggan</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>Work orders without a customer</source>
        <translation>Servis tanpa pelanggan</translation>
    </message>
    <message>
        <source>million rupiah</source>
        <translation>juta rupiah</translation>
    </message>
    <message>
        <source>new, lost</source>
        <translation>baru, hilang</translation>
    </message>
    <message>
        <source>returning</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>No percentage before {0} cases are over in each group.</source>
        <translation>Persen baru ada setelah {0} kasus selesai di tiap kelompok.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Counter</source>
        <translation>Meja depan</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Pengingat</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Servis</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>No program opens PDF files here. The paper is in {0}</source>
        <translation>Tidak ada program pembuka PDF di sini. Berkasnya ada di {0}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Belum</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Berkas PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Simpan sebagai…</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>Simpan berkas</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Tersimpan sebagai {0}</translation>
    </message>
    <message>
        <source>Handed to the program for PDF files. If none appears, print from here.</source>
        <translation>Diserahkan ke program PDF. Kalau tidak muncul, cetak dari sini.</translation>
    </message>
    <message>
        <source>Open as PDF</source>
        <translation>Buka sebagai PDF</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message numerus="yes">
        <source>Sent to the printer: %n pages.</source>
        <translation>
            <numerusform>Dikirim ke printer: %n halaman.</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer did not take it. Is it switched on?</source>
        <translation>Printernya tidak menerima. Apakah sudah menyala?</translation>
    </message>
</context>
<context>
    <name>PaperLook</name>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Halaman {0} dari {1}</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>Halaman berikutnya</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Halaman sebelumnya</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n orang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Are the letters printed? Then %n people count as reminded.</source>
        <translation>
            <numerusform>Suratnya sudah dicetak? Kalau ya, %n orang dihitung sudah diingatkan.</numerusform>
        </translation>
    </message>
    <message>
        <source>By day, with boxes for what came of each call. The numbers on it are typed back with F6.</source>
        <translation>Menurut hari, dengan kotak untuk hasil tiap telepon. Nomor di kertas diketik kembali dengan F6.</translation>
    </message>
    <message>
        <source>Call sheet</source>
        <translation>Lembar telepon</translation>
    </message>
    <message>
        <source>First free label on the sheet</source>
        <translation>Label kosong pertama di lembar</translation>
    </message>
    <message>
        <source>For windscreen or handlebar: the next job with its day and km.</source>
        <translation>Untuk kaca depan atau setang: pekerjaan berikutnya dengan tanggal dan km.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label nama</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Tata letak</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Tandai sudah dikirim</translation>
    </message>
    <message>
        <source>Name and address, for envelopes</source>
        <translation>Nama dan alamat, untuk amplop</translation>
    </message>
    <message>
        <source>One a page, for an envelope with a window</source>
        <translation>Satu per lembar, untuk amplop berjendela</translation>
    </message>
    <message>
        <source>Plate and name, for keys and folders</source>
        <translation>Nopol dan nama, untuk kunci dan map</translation>
    </message>
    <message>
        <source>Sheet of labels</source>
        <translation>Lembar label</translation>
    </message>
    <message>
        <source>Stickers</source>
        <translation>Stiker</translation>
    </message>
    <message>
        <source>Three to a page, to be cut</source>
        <translation>Tiga per lembar, dipotong</translation>
    </message>
    <message>
        <source>What stands on them</source>
        <translation>Isi label</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>No address, no letter: {0}</source>
        <translation>Tanpa alamat, tanpa surat: {0}</translation>
    </message>
    <message>
        <source>Labels {0}</source>
        <translation>Label nama {0}</translation>
    </message>
</context>
<context>
    <name>PapersMenu</name>
    <message>
        <source>None of them has an address for a letter.</source>
        <translation>Tidak ada yang punya alamat untuk surat.</translation>
    </message>
</context>
<context>
    <name>PastImports</name>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n kontak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n pelanggan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n barang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles</source>
        <translation>
            <numerusform>%n kendaraan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work orders</source>
        <translation>
            <numerusform>%n servis</numerusform>
        </translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Jenis pekerjaan</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Tetap ada</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasannya</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>has a note written since</source>
        <translation>ada catatan yang ditulis sesudahnya</translation>
    </message>
    <message>
        <source>has a work order written or changed since</source>
        <translation>ada servis yang ditulis atau diubah sesudahnya</translation>
    </message>
    <message>
        <source>its owner was changed or served since</source>
        <translation>pemiliknya diganti atau dilayani sesudahnya</translation>
    </message>
    <message>
        <source>owns a vehicle that stays</source>
        <translation>pemilik kendaraan yang tetap ada</translation>
    </message>
    <message>
        <source>stands in a work order that stays</source>
        <translation>dipakai di servis yang tetap ada</translation>
    </message>
    <message>
        <source>was changed since</source>
        <translation>diubah sesudahnya</translation>
    </message>
    <message>
        <source>was contacted or reminded since</source>
        <translation>sudah dihubungi atau diingatkan sesudahnya</translation>
    </message>
</context>
<context>
    <name>PastImportsDialog</name>
    <message numerus="yes">
        <source>%n records of before get back what the book overwrote.</source>
        <translation>
            <numerusform>%n data lama kembali seperti sebelum diimpor.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Each imported book, the latest first. An import can be taken back as a whole, also much later; what was built on it since stays, and is named before.</source>
        <translation>Semua buku yang pernah diimpor, yang terbaru di atas. Satu impor bisa diurungkan seluruhnya, juga lama sesudahnya; data yang sudah dipakai lagi tetap ada dan disebutkan lebih dulu.</translation>
    </message>
    <message>
        <source>Everything that came with this book is removed, as if it had never been imported.</source>
        <translation>Semua yang datang dari buku ini dihapus, seolah-olah tidak pernah diimpor.</translation>
    </message>
    <message>
        <source>Imported books are listed here.</source>
        <translation>Buku yang diimpor akan tercantum di sini.</translation>
    </message>
    <message>
        <source>No import to take back</source>
        <translation>Tidak ada impor yang bisa diurungkan</translation>
    </message>
    <message>
        <source>Nothing was built on it since</source>
        <translation>Belum ada yang memakainya</translation>
    </message>
    <message>
        <source>Past imports</source>
        <translation>Impor sebelumnya</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Urungkan…</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>Urungkan impor ini</translation>
    </message>
    <message>
        <source>Take {0} back?</source>
        <translation>Urungkan impor {0}?</translation>
    </message>
    <message>
        <source>These go: {0}.</source>
        <translation>Yang dihapus: {0}.</translation>
    </message>
    <message>
        <source>What is listed stays:</source>
        <translation>Yang tercantum di bawah tetap ada:</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Yang tetap ada</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>dari %n servis</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>Due at KM</source>
        <translation>Jatuh tempo pada KM</translation>
    </message>
    <message>
        <source>KM today</source>
        <translation>KM hari ini</translation>
    </message>
    <message>
        <source>Last KM</source>
        <translation>KM terakhir</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Kontak terakhir</translation>
    </message>
    <message>
        <source>Last note</source>
        <translation>Catatan terakhir</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Servis terakhir</translation>
    </message>
    <message>
        <source>Left out because</source>
        <translation>Dilewati karena</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Paid so far</source>
        <translation>Total belanja</translation>
    </message>
    <message>
        <source>Paid · contact</source>
        <translation>Belanja · kontak</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Nopol</translation>
    </message>
    <message>
        <source>Usual days between visits</source>
        <translation>Biasanya tiap (hari)</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Yang jatuh tempo</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>Call</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Jangan dihubungi</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>New plate</source>
        <translation>Ganti plat</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Tidak diangkat</translation>
    </message>
    <message>
        <source>No phone and no address</source>
        <translation>Tanpa telepon dan alamat</translation>
    </message>
    <message>
        <source>Not to be contacted</source>
        <translation>Tidak mau dihubungi</translation>
    </message>
    <message>
        <source>Owner not known</source>
        <translation>Pemilik belum diketahui</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Ditunda</translation>
    </message>
    <message>
        <source>Reminded already</source>
        <translation>Sudah diingatkan</translation>
    </message>
    <message>
        <source>STNK tax</source>
        <translation>Pajak STNK</translation>
    </message>
    <message>
        <source>Slipping away</source>
        <translation>Mulai hilang</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Dijual</translation>
    </message>
    <message>
        <source>The name of the workshop is not filled in yet: see the settings.</source>
        <translation>Nama bengkel belum diisi: lihat Pengaturan.</translation>
    </message>
    <message>
        <source>Vehicle gone</source>
        <translation>Kendaraan sudah tidak ada</translation>
    </message>
    <message>
        <source>Vehicle sold</source>
        <translation>Kendaraan dijual</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Will come</source>
        <translation>Akan datang</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Salah nomor</translation>
    </message>
    <message>
        <source>asked not to be contacted, {0}</source>
        <translation>minta tidak dihubungi, {0}</translation>
    </message>
    <message numerus="yes">
        <source>estimated from %n visits</source>
        <translation>
            <numerusform>perkiraan dari %n kunjungan</numerusform>
        </translation>
    </message>
    <message>
        <source>no phone and no address</source>
        <translation>tanpa nomor HP dan alamat</translation>
    </message>
    <message>
        <source>not contacted yet</source>
        <translation>belum dihubungi</translation>
    </message>
    <message>
        <source>put off until {0}</source>
        <translation>ditunda sampai {0}</translation>
    </message>
    <message>
        <source>reminded already, {0}</source>
        <translation>sudah diingatkan, {0}</translation>
    </message>
    <message>
        <source>too few visits to tell</source>
        <translation>kunjungan terlalu sedikit untuk diperkirakan</translation>
    </message>
    <message>
        <source>usually every {0} days, now {1}</source>
        <translation>biasanya tiap {0} hari, sekarang {1}</translation>
    </message>
    <message>
        <source>vehicle gone, {0}</source>
        <translation>kendaraan sudah tidak ada, {0}</translation>
    </message>
    <message>
        <source>vehicle sold, {0}</source>
        <translation>kendaraan dijual, {0}</translation>
    </message>
    <message>
        <source>Not all letters of these can be printed, □ stands there: {0}. Type them in Latin letters.</source>
        <translation>Huruf nama atau alamat ini tidak ada di kertas dan tercetak □: {0}. Tulis dengan huruf Latin.</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} dan %n lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message>
        <source>Contacts</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>Due ({0})</source>
        <translation>Jatuh tempo ({0})</translation>
    </message>
    <message>
        <source>Left out ({0})</source>
        <translation>Dilewati ({0})</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Membaca daftar…</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Respons</translation>
    </message>
    <message>
        <source>Texts…</source>
        <translation>Ubah teks…</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
    <message>
        <source>The next month</source>
        <translation>Bulan berikutnya</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Restoring…</source>
        <translation>Memulihkan…</translation>
    </message>
</context>
<context>
    <name>RescueBox</name>
    <message>
        <source>Begin with an empty shop</source>
        <translation>Mulai dengan bengkel kosong</translation>
    </message>
    <message>
        <source>Choose a copy…</source>
        <translation>Pilih salinan lain…</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>Pilih cadangan</translation>
    </message>
    <message>
        <source>No copy of it lies beside it. Plug in the stick with the backups and choose one.</source>
        <translation>Di sebelahnya tidak ada salinan. Pasang flashdisk berisi cadangan, lalu pilih salah satu.</translation>
    </message>
    <message>
        <source>Restore the newest copy</source>
        <translation>Pulihkan salinan terbaru</translation>
    </message>
    <message>
        <source>Restored: {0}.</source>
        <translation>Sudah dipulihkan: {0}.</translation>
    </message>
    <message>
        <source>Restored: {0}. What the file held before is kept in {1}.</source>
        <translation>Sudah dipulihkan: {0}. Isi berkas sebelumnya disimpan di {1}.</translation>
    </message>
    <message>
        <source>Shop file (*.db)</source>
        <translation>Berkas bengkel (*.db)</translation>
    </message>
    <message>
        <source>The beginning of the shop&apos;s file {0} is damaged: it can not be read.</source>
        <translation>Bagian awal berkas bengkel {0} rusak: tidak bisa dibaca.</translation>
    </message>
    <message>
        <source>The newest copy lies in the second place, {0}: {1}.</source>
        <translation>Salinan terbaru ada di tempat kedua, {0}: {1}.</translation>
    </message>
    <message>
        <source>The newest copy: {0}.</source>
        <translation>Salinan terbaru: {0}.</translation>
    </message>
    <message>
        <source>The shop&apos;s file {0} is not there, but it has been.</source>
        <translation>Berkas bengkel {0} tidak ada, padahal tadinya ada.</translation>
    </message>
    <message>
        <source>the last of {0}</source>
        <translation>terakhir {0}</translation>
    </message>
    <message numerus="yes">
        <source>{0} vehicles</source>
        <translation>
            <numerusform>{0} kendaraan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} work orders</source>
        <translation>
            <numerusform>{0} servis</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Salinan</translation>
    </message>
    <message>
        <source>Restore this copy</source>
        <translation>Pulihkan salinan ini</translation>
    </message>
</context>
<context>
    <name>Response</name>
    <message>
        <source>Came</source>
        <translation>Datang</translation>
    </message>
    <message>
        <source>Came all the same</source>
        <translation>Tetap datang</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Tidak datang</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>Due, not contacted</source>
        <translation>Jatuh tempo, tak dihubungi</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Lewat</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Jenis pekerjaan</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Dibayar</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Terhubungi</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>Diingatkan</translation>
    </message>
    <message>
        <source>Still has time</source>
        <translation>Masih ditunggu</translation>
    </message>
    <message>
        <source>not contacted</source>
        <translation>tidak dihubungi</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} dari {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n still waited for</source>
        <translation>
            <numerusform>%n masih ditunggu</numerusform>
        </translation>
    </message>
    <message>
        <source>Not enough yet</source>
        <translation>Belum cukup</translation>
    </message>
    <message>
        <source>a comparison needs {0} whose time is over, reminded and not</source>
        <translation>perlu {0} yang sudah lewat waktunya, diingatkan dan tidak</translation>
    </message>
    <message>
        <source>come for each 100 reminded</source>
        <translation>yang datang dari tiap 100 yang diingatkan</translation>
    </message>
    <message>
        <source>{0} fewer</source>
        <translation>{0} lebih sedikit</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0} lebih banyak</translation>
    </message>
</context>
<context>
    <name>ResponseTab</name>
    <message>
        <source>Brought in</source>
        <translation>Pemasukan</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Menurut cara</translation>
    </message>
    <message>
        <source>By kind of work</source>
        <translation>Menurut jenis pekerjaan</translation>
    </message>
    <message>
        <source>Came without a word</source>
        <translation>Datang sendiri</translation>
    </message>
    <message>
        <source>Came, month by month</source>
        <translation>Yang datang, per bulan</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>From reminder to visit</source>
        <translation>Dari pengingat ke servis</translation>
    </message>
    <message>
        <source>Half a year</source>
        <translation>Setengah tahun</translation>
    </message>
    <message>
        <source>Answered within</source>
        <translation>Dijawab dalam</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Next reminder after</source>
        <translation>Diingatkan lagi setelah</translation>
    </message>
    <message>
        <source>Nothing was sent in these months. What is sent from the list is measured here.</source>
        <translation>Belum ada yang dikirim pada bulan-bulan ini. Yang dikirim dari daftar diukur di sini.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Reminded and came</source>
        <translation>Diingatkan lalu datang</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Angkanya</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Bulan ini</translation>
    </message>
    <message>
        <source>Three months</source>
        <translation>Tiga bulan</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>Dua belas bulan</translation>
    </message>
    <message>
        <source>What the reminders brought</source>
        <translation>Hasil pengingat</translation>
    </message>
    <message>
        <source>by those reminded</source>
        <translation>dari yang diingatkan</translation>
    </message>
    <message>
        <source>dashes: not contacted</source>
        <translation>putus-putus: tidak dihubungi</translation>
    </message>
    <message>
        <source>line: not contacted</source>
        <translation>garis: tidak dihubungi</translation>
    </message>
    <message numerus="yes">
        <source>Saved: answered within %n days</source>
        <translation>
            <numerusform>Disimpan: dihitung terjawab dalam %n hari</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved: next reminder after %n days</source>
        <translation>
            <numerusform>Disimpan: pengingat berikutnya setelah %n hari</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>A copy of the shop file from before lies in {0}</source>
        <translation>Cadangan sebelum impor ada di {0}</translation>
    </message>
    <message>
        <source>It can be undone here, or on any later day under Past imports on the Excel page.</source>
        <translation>Impor ini bisa diurungkan di sini, atau kapan saja lewat Impor sebelumnya di halaman Excel.</translation>
    </message>
    <message>
        <source>The book is imported</source>
        <translation>Buku sudah diimpor</translation>
    </message>
    <message>
        <source>What was not taken as it stands</source>
        <translation>Yang tidak masuk apa adanya</translation>
    </message>
    <message>
        <source>Look up the first vehicle</source>
        <translation>Cari kendaraan pertama</translation>
    </message>
    <message>
        <source>Columns and rows that were not taken as they stand</source>
        <translation>Kolom dan baris yang tidak diambil apa adanya</translation>
    </message>
</context>
<context>
    <name>SampleBook</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Merk</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Change engine oil, clean air filter</source>
        <translation>Ganti oli mesin, bersihkan filter udara</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Keluhan</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Nama Pelanggan</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Engine oil</source>
        <translation>Oli Mesin</translation>
    </message>
    <message>
        <source>Engine sounds rough</source>
        <translation>Suara mesin kasar</translation>
    </message>
    <message>
        <source>Kilometres</source>
        <translation>Kilometer</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>No HP</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>No Polisi</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Daftar harga</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>Nama Barang</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Merah</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Work order no.</source>
        <translation>No PKB</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Buku kerja Excel (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>SaveList</name>
    <message numerus="yes">
        <source>%n rows saved in {0}</source>
        <translation>
            <numerusform>%n baris tersimpan di {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV, for other programs (*.csv)</source>
        <translation>CSV, untuk program lain (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Simpan daftar</translation>
    </message>
</context>
<context>
    <name>SecondPlaceBar</name>
    <message>
        <source>Choose a USB stick once: it gets a copy by itself whenever it is plugged in.</source>
        <translation>Pilih flashdisk sekali saja: setiap kali dipasang, salinan masuk dengan sendirinya.</translation>
    </message>
    <message>
        <source>Choose a second place</source>
        <translation>Pilih tempat kedua</translation>
    </message>
    <message>
        <source>Choose a second place…</source>
        <translation>Pilih tempat kedua…</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>Tanpa tempat kedua</translation>
    </message>
    <message>
        <source>Second place: {0}</source>
        <translation>Tempat kedua: {0}</translation>
    </message>
    <message>
        <source>Second place: {0}, last copy there: {1}</source>
        <translation>Tempat kedua: {0}, salinan terakhir di sana: {1}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Preparing the sample shop …</source>
        <translation>Menyiapkan bengkel contoh …</translation>
    </message>
    <message>
        <source>Preparing the shop file for this version …</source>
        <translation>Menyiapkan data bengkel untuk versi ini …</translation>
    </message>
    <message>
        <source>The file is damaged: nothing will be written</source>
        <translation>Berkas rusak: tidak ada yang akan ditulis</translation>
    </message>
    <message>
        <source>There is no display to open the window on. A card in the terminal: bengkel-crm lookup B3472KZR --demo</source>
        <translation>Tidak ada layar untuk membuka jendela. Kartu di terminal: bengkel-crm lookup B3472KZR --demo</translation>
    </message>
    <message>
        <source>No shop file is open</source>
        <translation>Belum ada berkas bengkel yang terbuka</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>SettingsLinks</name>
    <message>
        <source>After how many months or km each kind of work is due again.</source>
        <translation>Setelah berapa bulan atau km setiap pekerjaan jatuh tempo lagi.</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Cadangan data…</translation>
    </message>
    <message>
        <source>Copies of the shop&apos;s data: make one, put one back, check the file.</source>
        <translation>Salinan data bengkel: buat, pulihkan, atau periksa berkasnya.</translation>
    </message>
    <message>
        <source>Intervals and backups</source>
        <translation>Jarak servis dan cadangan</translation>
    </message>
    <message>
        <source>Intervals…</source>
        <translation>Jarak servis…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As the computer</source>
        <translation>Seperti komputer</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran huruf</translation>
    </message>
</context>
<context>
    <name>ShopCard</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Pilih logo</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>Pilih logo…</translation>
    </message>
    <message>
        <source>Data of the workshop saved</source>
        <translation>Data bengkel tersimpan</translation>
    </message>
    <message>
        <source>Letters then carry a code that answers to it</source>
        <translation>Surat lalu memuat kode untuk membalas ke nomor ini</translation>
    </message>
    <message>
        <source>Logo saved</source>
        <translation>Logo tersimpan</translation>
    </message>
    <message>
        <source>Name of the workshop</source>
        <translation>Nama bengkel</translation>
    </message>
    <message>
        <source>Name of the workshop saved</source>
        <translation>Nama bengkel tersimpan</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Belum ada logo</translation>
    </message>
    <message>
        <source>Papers carry no logo now</source>
        <translation>Cetakan sekarang tanpa logo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Gambar (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Stands on everything that is printed</source>
        <translation>Tercetak di semua kertas</translation>
    </message>
    <message>
        <source>Texts to customers…</source>
        <translation>Teks untuk pelanggan…</translation>
    </message>
    <message>
        <source>The shop&apos;s file: {0}</source>
        <translation>Berkas data bengkel: {0}</translation>
    </message>
    <message>
        <source>The workshop</source>
        <translation>Bengkel</translation>
    </message>
    <message>
        <source>WhatsApp number of the workshop</source>
        <translation>Nomor WhatsApp bengkel</translation>
    </message>
    <message>
        <source>Without a logo</source>
        <translation>Tanpa logo</translation>
    </message>
    <message>
        <source>not a whole number: {0}</source>
        <translation>nomor belum lengkap: {0}</translation>
    </message>
    <message>
        <source>Customers are written to in: {0}</source>
        <translation>Bahasa untuk pelanggan: {0}</translation>
    </message>
    <message>
        <source>Language of letters and messages to customers</source>
        <translation>Bahasa surat dan pesan untuk pelanggan</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Due this month</source>
        <translation>Jatuh tempo bulan ini</translation>
    </message>
    <message>
        <source>Last contact {0}</source>
        <translation>Kontak terakhir {0}</translation>
    </message>
    <message>
        <source>Last visit {0}</source>
        <translation>Servis terakhir {0}</translation>
    </message>
    <message>
        <source>No phone and no address</source>
        <translation>Tanpa telepon dan alamat</translation>
    </message>
    <message>
        <source>Note: {0}</source>
        <translation>Catatan: {0}</translation>
    </message>
    <message>
        <source>Oil to buy</source>
        <translation>Oli yang perlu dibeli</translation>
    </message>
    <message>
        <source>{0} l</source>
        <translation>{0} L</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>All changes saved</source>
        <translation>Semua perubahan tersimpan</translation>
    </message>
    <message>
        <source>F1 Help</source>
        <translation>F1 Bantuan</translation>
    </message>
    <message>
        <source>Last backup: {0} {1}</source>
        <translation>Cadangan terakhir: {0} {1}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Belum ada cadangan</translation>
    </message>
    <message numerus="yes">
        <source>{0} vehicles</source>
        <translation>
            <numerusform>{0} kendaraan</numerusform>
        </translation>
    </message>
    <message>
        <source>See the message</source>
        <translation>Lihat pesannya</translation>
    </message>
    <message>
        <source>What was entered last is not saved</source>
        <translation>Isian terakhir belum tersimpan</translation>
    </message>
</context>
<context>
    <name>TableTabs</name>
    <message>
        <source>Tables</source>
        <translation>Tabel</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>The next to be undone is the import of {0}, with all that is in it.</source>
        <translation>Berikutnya yang diurungkan: impor {0} beserta semua isinya.</translation>
    </message>
    <message>
        <source>The next to be undone is the taking back of the import of {0}: all that was in it returns.</source>
        <translation>Berikutnya yang diurungkan adalah pengurungan impor {0}: semua isinya kembali.</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message numerus="yes">
        <source>%n texts saved</source>
        <translation>
            <numerusform>%n teks tersimpan</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer to the workshop</source>
        <translation>Balasan ke bengkel</translation>
    </message>
    <message>
        <source>As it will be read</source>
        <translation>Begini akan terbaca</translation>
    </message>
    <message>
        <source>Default text</source>
        <translation>Teks bawaan</translation>
    </message>
    <message>
        <source>Fields: a click writes one where the cursor is</source>
        <translation>Isian: klik untuk menulisnya di tempat kursor</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Surat</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Texts to customers</source>
        <translation>Teks untuk pelanggan</translation>
    </message>
    <message>
        <source>The customer before</source>
        <translation>Pelanggan sebelumnya</translation>
    </message>
    <message>
        <source>The next customer</source>
        <translation>Pelanggan berikutnya</translation>
    </message>
    <message>
        <source>There is no such field: {0}</source>
        <translation>Isian ini tidak dikenal: {0}</translation>
    </message>
    <message>
        <source>WhatsApp message</source>
        <translation>Pesan WA</translation>
    </message>
</context>
<context>
    <name>TextFields</name>
    <message>
        <source>due at km</source>
        <translation>jatuh temponya</translation>
    </message>
    <message>
        <source>due by</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>form of address</source>
        <translation>Bpk, Ibu</translation>
    </message>
    <message>
        <source>its address</source>
        <translation>alamat</translation>
    </message>
    <message>
        <source>its phone</source>
        <translation>telepon</translation>
    </message>
    <message>
        <source>km of the last visit</source>
        <translation>km-nya</translation>
    </message>
    <message>
        <source>last visit</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nama</translation>
    </message>
    <message>
        <source>plate</source>
        <translation>nopol</translation>
    </message>
    <message>
        <source>the workshop</source>
        <translation>namanya</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>vehicle</source>
        <translation>kendaraan</translation>
    </message>
    <message>
        <source>what is due</source>
        <translation>yang perlu</translation>
    </message>
    <message>
        <source>a sentence on the last visit</source>
        <translation>kalimat servis lalu</translation>
    </message>
    <message>
        <source>it is time, or soon</source>
        <translation>sudah atau segera</translation>
    </message>
    <message>
        <source>since or on a day</source>
        <translation>sejak atau pada</translation>
    </message>
</context>
<context>
    <name>ToCustomers</name>
    <message>
        <source>At the last service, {0}, it was not done yet.</source>
        <translation>Pada servis terakhir, {0}, ini belum dikerjakan.</translation>
    </message>
    <message>
        <source>Dear {sapaan} {nama},

Thank you for trusting {bengkel} with {kendaraan} {plat}. As far as we know it {waktunya} {pekerjaan} {kapan}. {riwayat}

Service in time keeps an engine young and thrifty. Come whenever you like.</source>
        <translation>Yth. {sapaan} {nama},

Terima kasih sudah mempercayakan {kendaraan} {plat} kepada {bengkel}. Menurut catatan kami {waktunya} {pekerjaan} {kapan}. {riwayat}

Servis tepat waktu menjaga mesin awet dan irit. Silakan datang kapan saja, kami tunggu.</translation>
    </message>
    <message>
        <source>Hello {bengkel}, this is {nama}, I would like a service for {plat}.</source>
        <translation>Halo {bengkel}, saya {nama}, mau servis {plat}.</translation>
    </message>
    <message>
        <source>Hello {nama}, about {plat}: </source>
        <translation>Halo {nama}, tentang {plat}: </translation>
    </message>
    <message>
        <source>Hello {nama}, from {bengkel} about {plat}: </source>
        <translation>Halo {nama}, dari {bengkel} tentang {plat}: </translation>
    </message>
    <message>
        <source>Hello {sapaan} {nama}, {kendaraan} {plat} {waktunya} {pekerjaan} {kapan}. {riwayat} We look forward to you at {bengkel}. Answer this message to settle a time.</source>
        <translation>Halo {sapaan} {nama}, {kendaraan} {plat} {waktunya} {pekerjaan} {kapan}. {riwayat} Kami tunggu di {bengkel}. Balas pesan ini untuk mengatur waktu.</translation>
    </message>
    <message>
        <source>Reminder from {0}</source>
        <translation>Surat pengingat {0}</translation>
    </message>
    <message>
        <source>Scan to book a service</source>
        <translation>Pindai untuk daftar servis</translation>
    </message>
    <message>
        <source>Stickers {0}</source>
        <translation>Stiker {0}</translation>
    </message>
    <message>
        <source>The last service was on {0}.</source>
        <translation>Servis terakhir {0}.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>Yours sincerely,</source>
        <translation>Hormat kami,</translation>
    </message>
    <message>
        <source>a new plate</source>
        <translation>ganti plat nomor</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>servis</translation>
    </message>
    <message>
        <source>is due for</source>
        <translation>sudah waktunya</translation>
    </message>
    <message>
        <source>on {0}</source>
        <translation>pada {0}</translation>
    </message>
    <message>
        <source>our workshop</source>
        <translation>bengkel kami</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>sejak {0}</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>segera</translation>
    </message>
    <message>
        <source>the STNK tax</source>
        <translation>bayar pajak STNK</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>will soon be due for</source>
        <translation>segera waktunya</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} dan {1}</translation>
    </message>
    <message>
        <source>{0} next</source>
        <translation>{0} berikutnya</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>+{0} more</source>
        <translation>+{0} lagi</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Belum selesai</translation>
    </message>
    <message>
        <source>Throw away: {0}</source>
        <translation>Buang: {0}</translation>
    </message>
</context>
<context>
    <name>VehicleFields</name>
    <message>
        <source>Car</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Merek</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Motorcycle</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Open its card</source>
        <translation>Buka kartunya</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Nopol</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>a year has four figures</source>
        <translation>tahun ditulis empat angka</translation>
    </message>
    <message>
        <source>an unknown region, is that right?</source>
        <translation>kode wilayah tidak dikenal, sudah benar?</translation>
    </message>
    <message>
        <source>an unusual plate, is that right?</source>
        <translation>nopol tidak biasa, sudah benar?</translation>
    </message>
    <message>
        <source>guessed from make and model</source>
        <translation>ditebak dari merek dan tipe</translation>
    </message>
    <message>
        <source>registered already</source>
        <translation>sudah terdaftar</translation>
    </message>
    <message>
        <source>worn before by {0}</source>
        <translation>dulu dipakai {0}</translation>
    </message>
    <message>
        <source>{0} is registered already</source>
        <translation>{0} sudah terdaftar</translation>
    </message>
    <message>
        <source>Another vehicle has it now</source>
        <translation>Sekarang dipakai kendaraan lain</translation>
    </message>
</context>
<context>
    <name>VehicleFilters</name>
    <message>
        <source>All brands</source>
        <translation>Semua merek</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Merek</translation>
    </message>
    <message>
        <source>Cars</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Due this month</source>
        <translation>Jatuh tempo bulan ini</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Semua jenis</translation>
    </message>
    <message>
        <source>Kind of vehicle</source>
        <translation>Jenis kendaraan</translation>
    </message>
    <message>
        <source>Motorcycles</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Narrow the list down</source>
        <translation>Saring daftar</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>Belum jatuh tempo</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Plate, name, phone or vehicle…</source>
        <translation>Nopol, nama, HP, atau kendaraan…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>With a phone</source>
        <translation>Ada telepon</translation>
    </message>
    <message>
        <source>Without a phone</source>
        <translation>Tanpa nomor HP</translation>
    </message>
</context>
<context>
    <name>VehicleForm</name>
    <message>
        <source>New owner&apos;s name</source>
        <translation>Nama pemilik baru</translation>
    </message>
    <message>
        <source>New vehicle</source>
        <translation>Kendaraan baru</translation>
    </message>
    <message>
        <source>Owner&apos;s name</source>
        <translation>Nama pemilik</translation>
    </message>
    <message>
        <source>Vehicle and owner</source>
        <translation>Kendaraan dan pemilik</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Merek</translation>
    </message>
    <message>
        <source>&amp;Back to the form</source>
        <translation>&amp;Kembali ke isian</translation>
    </message>
    <message>
        <source>This plate is like {0}. Is it another vehicle?</source>
        <translation>Nopol ini mirip {0}. Memang kendaraan lain?</translation>
    </message>
</context>
<context>
    <name>VehicleGrid</name>
    <message>
        <source>&amp;Fill in more</source>
        <translation>&amp;Isi lebih lengkap</translation>
    </message>
    <message>
        <source>&amp;Tax, plate, sale, wish to be contacted</source>
        <translation>&amp;Pajak, nopol, penjualan, izin dihubungi</translation>
    </message>
</context>
<context>
    <name>VehicleList</name>
    <message>
        <source>Engine oil</source>
        <translation>Oli mesin</translation>
    </message>
    <message>
        <source>KM</source>
        <translation>KM</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Servis terakhir</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Nopol</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Servis</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
</context>
<context>
    <name>VehiclesPage</name>
    <message numerus="yes">
        <source>%n vehicles</source>
        <translation>
            <numerusform>%n kendaraan</numerusform>
        </translation>
    </message>
    <message>
        <source>No vehicle fits</source>
        <translation>Tidak ada kendaraan yang cocok</translation>
    </message>
    <message>
        <source>No vehicle yet</source>
        <translation>Belum ada kendaraan</translation>
    </message>
    <message>
        <source>Nothing has all of what is asked for above.</source>
        <translation>Tidak ada yang memenuhi semua saringan di atas.</translation>
    </message>
    <message>
        <source>Show all vehicles</source>
        <translation>Tampilkan semua kendaraan</translation>
    </message>
    <message>
        <source>To the counter</source>
        <translation>Ke Meja depan</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Vehicles are registered at the counter, or come with the Excel book.</source>
        <translation>Kendaraan didaftarkan di Meja depan, atau diimpor dari buku Excel.</translation>
    </message>
</context>
<context>
    <name>VisitFields</name>
    <message>
        <source>+{0} km since the last visit</source>
        <translation>+{0} km sejak servis terakhir</translation>
    </message>
    <message>
        <source>+{0} km, is that right?</source>
        <translation>+{0} km, sudah benar?</translation>
    </message>
    <message>
        <source>Complaint about the vehicle</source>
        <translation>Keluhan kendaraan</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Kilometres</source>
        <translation>Kilometer</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>These kilometres can not be read</source>
        <translation>Kilometer ini tidak terbaca</translation>
    </message>
    <message>
        <source>This date can not be read</source>
        <translation>Tanggal ini tidak terbaca</translation>
    </message>
    <message>
        <source>This day is still to come</source>
        <translation>Hari ini belum tiba</translation>
    </message>
    <message>
        <source>a new mechanic</source>
        <translation>montir baru</translation>
    </message>
    <message>
        <source>last {0}</source>
        <translation>terakhir {0}</translation>
    </message>
    <message>
        <source>less than last time ({0})</source>
        <translation>lebih kecil dari terakhir ({0})</translation>
    </message>
    <message>
        <source>more than at a later visit ({0})</source>
        <translation>lebih dari servis sesudahnya ({0})</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>langganan</translation>
    </message>
    <message>
        <source>regular · {0} of {1} visits</source>
        <translation>langganan · {0} dari {1} servis</translation>
    </message>
    <message>
        <source>the first reading</source>
        <translation>catatan pertama</translation>
    </message>
    <message>
        <source>the same as at the last visit</source>
        <translation>sama dengan servis terakhir</translation>
    </message>
</context>
<context>
    <name>WhatsAppDialog</name>
    <message numerus="yes">
        <source>%n messages marked as sent</source>
        <translation>
            <numerusform>%n pesan ditandai sudah dikirim</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Tandai sudah dikirim</translation>
    </message>
    <message>
        <source>Marked as sent: {0}</source>
        <translation>Ditandai sudah dikirim: {0}</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>QR code of the message</source>
        <translation>Kode QR pesan</translation>
    </message>
    <message>
        <source>Scan with the shop&apos;s phone</source>
        <translation>Pindai dengan HP bengkel</translation>
    </message>
    <message>
        <source>Send by WhatsApp</source>
        <translation>Kirim lewat WhatsApp</translation>
    </message>
    <message>
        <source>Sent, go on</source>
        <translation>Terkirim, lanjut</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>This computer needs no internet: point the camera of the shop&apos;s phone at the code.</source>
        <translation>PC ini tanpa internet: arahkan kamera HP bengkel ke kode QR, pesan langsung terisi.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} dari {1}</translation>
    </message>
    <message>
        <source>WhatsApp: {0}</source>
        <translation>WhatsApp: {0}</translation>
    </message>
</context>
<context>
    <name>WizardFrame</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Pilih berkas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Importing an Excel book</source>
        <translation>Impor buku Excel</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>Cocokkan kolom</translation>
    </message>
    <message>
        <source>Save a sample Excel file</source>
        <translation>Simpan contoh berkas Excel</translation>
    </message>
    <message>
        <source>Save the rows not taken as Excel…</source>
        <translation>Simpan baris yang tidak masuk sebagai Excel…</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Urungkan impor</translation>
    </message>
</context>
<context>
    <name>WorkEntry</name>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Cost and status</source>
        <translation>Biaya dan status</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>Dikerjakan</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Lunas</translation>
    </message>
    <message>
        <source>State of the work</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>This amount can not be read</source>
        <translation>Jumlah ini tidak terbaca</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>lines: {0}</source>
        <translation>rincian: {0}</translation>
    </message>
    <message>
        <source>no price yet: {0}</source>
        <translation>belum ada harga: {0}</translation>
    </message>
    <message>
        <source>separate with commas, ↓ to choose from the list</source>
        <translation>pisahkan dengan koma, ↓ untuk memilih dari daftar</translation>
    </message>
    <message>
        <source>did you mean this?</source>
        <translation>maksudnya ini?</translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation>maksudnya {0}?</translation>
    </message>
</context>
<context>
    <name>WorkOrderFilters</name>
    <message>
        <source>All days</source>
        <translation>Semua tanggal</translation>
    </message>
    <message>
        <source>All mechanics</source>
        <translation>Semua montir</translation>
    </message>
    <message>
        <source>All work</source>
        <translation>Semua pekerjaan</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <translation>Pilih tanggal…</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Semua status</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Jenis pekerjaan</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Bulan lalu</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Narrow the list down</source>
        <translation>Saring daftar</translation>
    </message>
    <message>
        <source>Plate, name, phone, number or work…</source>
        <translation>Nopol, nama, HP, nomor, atau pekerjaan…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Bulan ini</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Tahun ini</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>until</source>
        <translation>sampai</translation>
    </message>
</context>
<context>
    <name>WorkOrderForm</name>
    <message>
        <source>Every line with its price</source>
        <translation>Rincian dan harga</translation>
    </message>
    <message>
        <source>New work order</source>
        <translation>Servis baru</translation>
    </message>
    <message>
        <source>Short entry</source>
        <translation>Isian singkat</translation>
    </message>
    <message>
        <source>These lines have quantities or mechanics of their own; a short entry can not show them.</source>
        <translation>Ada baris dengan jumlah atau montir sendiri; isian singkat tidak bisa menampilkannya.</translation>
    </message>
    <message>
        <source>To the bin</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Oil</source>
        <translation>Oli</translation>
    </message>
</context>
<context>
    <name>WorkOrderList</name>
    <message>
        <source>Amount</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Engine oil</source>
        <translation>Oli mesin</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>Dikerjakan</translation>
    </message>
    <message>
        <source>KM</source>
        <translation>KM</translation>
    </message>
    <message>
        <source>Mechanic</source>
        <translation>Montir</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Lunas</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Nopol</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Kendaraan</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Pekerjaan</translation>
    </message>
</context>
<context>
    <name>WorkOrdersPage</name>
    <message numerus="yes">
        <source>%n work orders</source>
        <translation>
            <numerusform>%n servis</numerusform>
        </translation>
    </message>
    <message>
        <source>Bin…</source>
        <translation>Tempat sampah…</translation>
    </message>
    <message>
        <source>Find the vehicle at the counter; F2 then starts its work order.</source>
        <translation>Cari kendaraannya di Meja depan, lalu tekan F2.</translation>
    </message>
    <message>
        <source>No work order fits</source>
        <translation>Tidak ada servis yang cocok</translation>
    </message>
    <message>
        <source>No work order yet</source>
        <translation>Belum ada servis</translation>
    </message>
    <message>
        <source>Nothing has all of what is asked for above.</source>
        <translation>Tidak ada yang memenuhi semua saringan di atas.</translation>
    </message>
    <message>
        <source>Show all work orders</source>
        <translation>Tampilkan semua servis</translation>
    </message>
    <message>
        <source>To the counter</source>
        <translation>Ke Meja depan</translation>
    </message>
    <message>
        <source>Work orders</source>
        <translation>Servis</translation>
    </message>
</context>
<context>
    <name>_Calendar</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Bulan berikutnya</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Still wrong</source>
        <translation>Tetap salah</translation>
    </message>
    <message>
        <source>This number is right</source>
        <translation>Nomor ini benar</translation>
    </message>
    <message>
        <source>{0} is a wrong number since {1}</source>
        <translation>{0} salah nomor sejak {1}</translation>
    </message>
    <message>
        <source>{0} is right: it is called again once this is saved</source>
        <translation>{0} benar: dipakai lagi setelah disimpan</translation>
    </message>
</context>
</TS>
