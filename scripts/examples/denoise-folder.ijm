// Denoises all images of a folder, compares each with the clean image of the same name, and writes
// the figures as a table, ssim.csv, beside the denoised images.
//
// In Fiji: drop this file on the window and press Run. Without a screen:
//   fiji --headless --console -macro denoise-folder.ijm "noisy/,clean/,denoised/"

folders = split(getArgument(), ",");
if (folders.length != 3)
    folders = newArray(getDir("Noisy images"), getDir("Clean images"), getDir("For the denoised images"));
noisy = folders[0];
clean = folders[1];
denoised = folders[2];

run("Denoise Folder", "input=[" + noisy + "] output=[" + denoised + "] recursive=false pattern=[] suffix=[]"
    + " skipdone=true log=[] model=auto file=[] axes=auto device=auto tile=0 asfloat=false uncertainty=none");

setBatchMode(true);
run("Clear Results");
files = getFileList(clean);
for (i = 0; i < files.length; i++) {
    result = denoised + File.getNameWithoutExtension(files[i]) + ".tif";
    if (!File.exists(result)) continue; // no such noisy image, or one that failed: the log says why
    open(clean + files[i]);
    rename("clean " + files[i]);
    open(result);
    rename("denoised " + files[i]);
    run("Compute SSIM", "reference=[clean " + files[i] + "] test=[denoised " + files[i] + "] definition=skimage"
        + " range=0 volume=false map=false matched=false multiscale=false frc=false");
    close("*");
}
Table.save(denoised + "ssim.csv");
